import assert from 'node:assert/strict';
import { createClient } from '../../../../src/core/api/createClient';
import { Sessions } from '../../../../src/core/account/sessions';
import { switchProject } from '../../../../src/core/account/switchProject';
import type { Question } from '../../../../src/core/dialog/question';
import { FakeTransport } from '../../support/fakeTransport';
import { type AccountsOptions, anAccount, openAccounts } from '../../support/memoryAccounts';
import { MemoryStorage } from '../../support/memoryStorage';
import { RecordingLogger } from '../../support/recordingLogger';
import { row, serveLists } from '../../support/wireLists';

async function open(account = anAccount(), options: AccountsOptions = {}) {
  const { accounts } = openAccounts(options);
  const logger = new RecordingLogger();
  const transport = () => new FakeTransport(serveLists([row(1)]));
  const sessions = new Sessions(
    accounts,
    {
      http: transport,
      client: async (through) => createClient(through, logger),
      sample: () => ({ transport: transport(), project: { id: 1, name: 'Sample' } }),
    },
    new MemoryStorage(),
    logger,
  );
  if (!options.environment) await accounts.add(account, 'phx_ada');
  await sessions.start();
  const asked: Question[] = [];
  const answer = (isYes: boolean) => async (question: Question) => {
    asked.push(question);
    return isYes;
  };
  return { sessions, asked, answer };
}

describe('A link to another project', () => {
  it('asks before it switches, and then does', async () => {
    const { sessions, asked, answer } = await open();
    const switched = await switchProject(sessions, 7, answer(true));
    assert.ok(typeof switched === 'object' && 'session' in switched);
    assert.equal(switched.session.projectId, 7);
    assert.equal(sessions.current?.projectId, 7);
    const [question] = asked;
    assert.match(question?.message ?? '', /project 7/);
    assert.match(question?.detail ?? '', /project 42.*Nothing changes in PostHog/);
  });

  it('switches nothing without a yes', async () => {
    const { sessions, asked, answer } = await open();
    const before = sessions.current;
    assert.equal(await switchProject(sessions, 7, answer(false)), 'left');
    assert.equal(sessions.current, before);
    assert.equal(asked.length, 1);
  });

  it('does not ask when the project is open', async () => {
    const { sessions, asked, answer } = await open();
    const switched = await switchProject(sessions, 42, answer(false));
    assert.ok(typeof switched === 'object' && 'session' in switched);
    assert.equal(asked.length, 0);
  });

  it('says why it cannot, and does not ask', async () => {
    const sample = await open(
      anAccount({ id: 'sample', source: 'sample', host: undefined, project: undefined }),
    );
    const switched = await switchProject(sample.sessions, 7, sample.answer(true));
    assert.match(JSON.stringify(switched), /project 7.*sample data has one project/);
    assert.equal(sample.asked.length, 0);
    const account = anAccount({ source: 'environment' });
    const environment = await open(account, { environment: { account, key: 'phx_ada' } });
    assert.match(
      JSON.stringify(await switchProject(environment.sessions, 7, environment.answer(true))),
      /POSTHOG_PROJECT_ID = 42/,
    );
    assert.equal(environment.sessions.current?.projectId, 42);
  });
});
