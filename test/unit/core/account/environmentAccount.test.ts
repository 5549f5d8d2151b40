import assert from 'node:assert/strict';
import {
  type Environment,
  findEnvironmentAccount,
  unencryptedWarning,
} from '../../../../src/core/account/environmentAccount';
import { anAccount } from '../../support/memoryAccounts';
import { RecordingLogger } from '../../support/recordingLogger';

const key = 'phx_from_the_environment';

async function find(environment: Environment) {
  const logger = new RecordingLogger();
  const found = await findEnvironmentAccount(environment, logger);
  return { found, account: found?.account, lines: logger.lines };
}

describe('The account of the environment', () => {
  it('needs a key, and takes the US cloud when no host is named', async () => {
    assert.equal((await find({ POSTHOG_HOST: 'https://eu.posthog.com' })).found, undefined);
    assert.equal((await find({ POSTHOG_PERSONAL_API_KEY: ' ' })).found, undefined);
    const { found, account } = await find({ POSTHOG_PERSONAL_API_KEY: ` ${key} ` });
    assert.equal(found?.key, key);
    assert.equal(account?.host, 'https://us.posthog.com');
    assert.equal(account.source, 'environment');
    assert.equal(account.project, undefined);
  });

  it('is another one for another key at the same host, and does not hold the key', async () => {
    const host = { POSTHOG_HOST: 'http://127.0.0.1:8000' };
    const one = await find({ ...host, POSTHOG_PERSONAL_API_KEY: key });
    const other = await find({ ...host, POSTHOG_PERSONAL_API_KEY: 'phx_other' });
    assert.notEqual(one.account?.id, other.account?.id);
    assert.doesNotMatch(JSON.stringify(one.account), /phx_/);
  });

  it('sends the key to no host that nobody named', async () => {
    const { found, lines } = await find({ POSTHOG_PERSONAL_API_KEY: key, POSTHOG_HOST: 'not a host' });
    assert.equal(found, undefined);
    assert.match(lines.join(), /POSTHOG_HOST is no web address/);
    assert.doesNotMatch(lines.join(), /phx_/);
  });

  it('warns when its key travels unencrypted, without saying the key', async () => {
    const warningAt = async (host: string) => {
      const { account } = await find({ POSTHOG_PERSONAL_API_KEY: key, POSTHOG_HOST: host });
      return account && unencryptedWarning(account);
    };
    assert.match(
      (await warningAt('http://posthog.example.com')) ?? '',
      /http:\/\/posthog\.example\.com.*unencrypted/,
    );
    assert.doesNotMatch((await warningAt('http://posthog.example.com')) ?? '', /phx_/);
    assert.equal(await warningAt('https://posthog.example.com'), undefined);
    assert.equal(await warningAt('http://localhost:8000'), undefined);
    const signedIn = anAccount({ host: 'http://posthog.example.com' });
    assert.equal(unencryptedWarning(signedIn), undefined, 'a sign-in has asked already');
  });

  it('takes a project number and tells of what is none', async () => {
    const projectOf = async (id: string) => {
      const { account, lines } = await find({ POSTHOG_PERSONAL_API_KEY: key, POSTHOG_PROJECT_ID: id });
      return [account?.project?.id, lines.length];
    };
    assert.deepEqual(await projectOf(' 42 '), [42, 0]);
    assert.deepEqual(await projectOf(''), [undefined, 0]);
    for (const odd of ['web', '0', '-1', '4.2', '1e3', '0x10']) {
      assert.deepEqual(await projectOf(odd), [undefined, 1], odd);
    }
  });
});
