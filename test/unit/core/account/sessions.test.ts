import assert from 'node:assert/strict';
import { createClient } from '../../../../src/core/api/createClient';
import { type SessionState, Sessions } from '../../../../src/core/account/sessions';
import { everythingSettled } from '../../support/deferred';
import { FakeTransport } from '../../support/fakeTransport';
import {
  type AccountsOptions,
  anAccount,
  MemoryMemento,
  MemorySecrets,
  openAccounts,
} from '../../support/memoryAccounts';
import { MemoryStorage } from '../../support/memoryStorage';
import { RecordingLogger } from '../../support/recordingLogger';
import { row, serveLists } from '../../support/wireLists';

const ada = anAccount();
const bob = anAccount({ id: 'bob', host: 'https://eu.posthog.com' });
const sample = anAccount({ id: 'sample', source: 'sample', host: undefined, project: undefined });

function openWindow(options: AccountsOptions = {}) {
  const opened = openAccounts(options);
  const logger = new RecordingLogger();
  const asked: string[] = [];
  const transport = () => new FakeTransport(serveLists([row(1)]));
  const sessions = new Sessions(
    opened.accounts,
    {
      http: (host, token) => {
        asked.push(`${host} ${token}`);
        return transport();
      },
      client: async (through) => createClient(through, logger),
      sample: () => ({ transport: transport(), project: { id: 1, name: 'Sample' } }),
    },
    new MemoryStorage(),
    logger,
  );
  const states: SessionState['kind'][] = [];
  sessions.onDidChange(({ kind }) => states.push(kind));
  return { ...opened, sessions, states, asked, lines: logger.lines };
}

describe('Sessions', () => {
  it('wait until somebody needs one, and then open it once for all', async () => {
    const { accounts, sessions, asked } = openWindow();
    assert.equal(sessions.state.kind, 'starting');
    await Promise.all([sessions.start(), sessions.start()]);
    assert.equal(sessions.state.kind, 'signedOut');
    await accounts.add(ada, 'phx_ada');
    await Promise.all([sessions.start(), sessions.start()]);
    assert.equal(sessions.current?.projectId, 42);
    assert.deepEqual(asked, ['https://us.posthog.com phx_ada']);
  });

  it('end the one before when another account signs in, and when it signs out', async () => {
    const { accounts, sessions, states } = openWindow();
    await accounts.add(ada, 'phx_ada');
    await sessions.start();
    const first = sessions.current;
    await accounts.add(bob, 'phx_bob');
    await sessions.start();
    assert.equal(first?.signal.aborted, true);
    assert.equal(sessions.current?.accountId, 'bob');
    await accounts.remove(bob);
    await sessions.start();
    assert.equal(sessions.current, undefined);
    assert.deepEqual(states, ['open', 'open', 'signedOut']);
  });

  it('open the last of two that were asked for, and only that', async () => {
    const { accounts, sessions, states } = openWindow();
    await accounts.add(ada, 'phx_ada');
    await Promise.all([sessions.reopen(), sessions.reopen(), sessions.reopen()]);
    assert.deepEqual(states, ['open']);
    assert.equal(sessions.current?.signal.aborted, false);
  });

  it('know an account without a project and one without a key', async () => {
    const { accounts, sessions, secrets } = openWindow();
    await accounts.add(anAccount({ project: undefined }), 'phx_ada');
    await sessions.start();
    assert.equal(sessions.state.kind, 'noProject');
    secrets.values.clear();
    await accounts.chooseProject(ada, { id: 7, name: 'Shop' });
    await sessions.start();
    assert.equal(sessions.state.kind, 'signedOut');
  });

  it('say so when the key cannot be read, and heal on the next try', async () => {
    const { accounts, sessions, secrets, lines } = openWindow();
    await accounts.add(ada, 'phx_ada');
    secrets.broken = new Error('The keyring is locked.');
    await sessions.reopen();
    const { state } = sessions;
    assert.ok(state.kind === 'failed');
    assert.match(state.message, /could not read your account: The keyring is locked\./);
    assert.match(lines.join(), /keyring is locked/);
    secrets.broken = undefined;
    await sessions.reopen();
    assert.equal(sessions.state.kind, 'open');
  });

  it('say so when what the editor remembers cannot be read', async () => {
    for (const part of ['globalState', 'workspaceState'] as const) {
      const opened = openWindow();
      await opened.accounts.add(ada, 'phx_ada');
      opened[part].broken = new Error('The disk is gone.');
      await opened.sessions.reopen();
      assert.equal(opened.sessions.state.kind, 'failed', part);
    }
  });

  it('end with the window: what opens late is closed, and nobody is told', async () => {
    const { accounts, sessions, states } = openWindow();
    await accounts.add(ada, 'phx_ada');
    const opening = sessions.reopen();
    states.length = 0;
    sessions.dispose();
    await opening;
    await accounts.add(bob, 'phx_bob');
    await everythingSettled();
    assert.deepEqual(states, []);
    assert.equal(sessions.current, undefined);
  });
});

describe('Another window', () => {
  function twoWindows() {
    const user = { secrets: new MemorySecrets(), globalState: new MemoryMemento() };
    return { here: openWindow(user), there: openWindow(user) };
  }
  const accountOf = ({ sessions }: ReturnType<typeof openWindow>) => sessions.current?.accountId;

  it('that signs out closes what is open here: its key is no longer used', async () => {
    const { here, there } = twoWindows();
    await here.accounts.add(ada, 'phx_ada');
    await here.sessions.start();
    const session = here.sessions.current;
    await there.accounts.remove(ada);
    await everythingSettled();
    assert.equal(here.sessions.state.kind, 'signedOut');
    assert.equal(session?.signal.aborted, true);
  });

  it('that signs in opens the same here, and another in its place', async () => {
    const { here, there } = twoWindows();
    await here.sessions.start();
    await there.accounts.add(ada, 'phx_ada');
    await everythingSettled();
    assert.equal(accountOf(here), 'ada');
    await there.accounts.add(bob, 'phx_bob');
    await everythingSettled();
    assert.equal(accountOf(here), 'bob');
    await there.accounts.add(sample, undefined);
    await everythingSettled();
    assert.equal(accountOf(here), 'sample');
  });

  it('that changes nothing of it leaves what is open here alone', async () => {
    const { here, there } = twoWindows();
    await here.accounts.add(ada, 'phx_ada');
    await here.sessions.start();
    const session = here.sessions.current;
    await there.accounts.add(ada, 'phx_ada');
    await everythingSettled();
    assert.equal(here.sessions.current, session);
  });

  it('wakes nobody here who has not needed a session yet', async () => {
    const { here, there } = twoWindows();
    await there.accounts.add(ada, 'phx_ada');
    await everythingSettled();
    assert.equal(here.sessions.state.kind, 'starting');
    assert.deepEqual(here.asked, []);
  });
});
