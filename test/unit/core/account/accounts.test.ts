import assert from 'node:assert/strict';
import { listKey } from '../../../../src/core/store/listStorage';
import { anAccount, MemoryMemento, MemorySecrets, openAccounts } from '../../support/memoryAccounts';
import { MemoryStorage } from '../../support/memoryStorage';

const ada = anAccount();
const bob = anAccount({ id: 'bob', label: 'bob@example.com' });
const inEnvironment = (parts: Parameters<typeof anAccount>[0] = {}) => ({
  account: anAccount({ id: 'env', source: 'environment', ...parts }),
  key: 'phx_env',
});

describe('The accounts of a window', () => {
  it('keep the key in the secret storage alone', async () => {
    const { accounts, secrets, globalState, workspaceState } = openAccounts();
    await accounts.add(ada, 'phx_ada');
    assert.deepEqual(await accounts.current(), ada);
    assert.equal(await accounts.token(ada), 'phx_ada');
    assert.deepEqual([...secrets.values.values()], ['phx_ada']);
    const stored = JSON.stringify([...globalState.values, ...workspaceState.values]);
    assert.doesNotMatch(stored, /phx_ada/);
  });

  it('forget the one before, its key and its lists, when another signs in', async () => {
    const lists = new MemoryStorage();
    const { accounts, secrets } = openAccounts({ lists });
    await accounts.add(ada, 'phx_ada');
    await lists.write(listKey('ada', 42), 'list');
    await lists.write(listKey('bob', 42), 'list');
    await accounts.add(bob, 'phx_bob');
    assert.equal((await accounts.current())?.id, 'bob');
    assert.deepEqual([...secrets.values], [['key:bob', 'phx_bob']]);
    assert.deepEqual([...lists.texts.keys()], [listKey('bob', 42)]);
  });

  it('keep the lists when the same key signs in again', async () => {
    const lists = new MemoryStorage();
    const { accounts } = openAccounts({ lists });
    await accounts.add(ada, 'phx_ada');
    await lists.write(listKey('ada', 42), 'list');
    await accounts.add(ada, 'phx_ada');
    assert.equal(lists.texts.size, 1);
    assert.equal(await accounts.token(ada), 'phx_ada');
  });

  it('leave nothing behind on sign-out: no account, no key, no list, no chosen project', async () => {
    const lists = new MemoryStorage();
    const { accounts, secrets, workspaceState } = openAccounts({ lists });
    await accounts.add(ada, 'phx_ada');
    await accounts.chooseProject(ada, { id: 7, name: 'Shop' });
    for (const id of [42, 7]) await lists.write(listKey('ada', id), 'list');
    await accounts.remove(ada);
    assert.equal(await accounts.current(), undefined);
    assert.equal(secrets.values.size, 0);
    assert.equal(lists.texts.size, 0);
    assert.equal(workspaceState.get('project'), undefined);
  });

  it('remove lists after what is open was told to close, so that none is written again', async () => {
    const order: string[] = [];
    const { accounts } = openAccounts({ lists: { remove: async () => void order.push('removed') } });
    await accounts.add(ada, 'phx_ada');
    accounts.onDidChange(() => order.push('told'));
    await accounts.remove(ada);
    assert.deepEqual(order, ['told', 'removed']);
  });

  it('stay as they were when the key cannot be kept', async () => {
    const { accounts, secrets } = openAccounts();
    await accounts.add(ada, 'phx_ada');
    secrets.broken = new Error('The keyring is locked.');
    await assert.rejects(accounts.add(bob, 'phx_bob'), /keyring/);
    secrets.broken = undefined;
    assert.equal((await accounts.current())?.id, 'ada');
    assert.equal(await accounts.token(ada), 'phx_ada');
  });

  it('are the environment’s while it has one, and nothing of it is stored', async () => {
    const { accounts, secrets, globalState } = openAccounts({ environment: inEnvironment() });
    const account = await accounts.current();
    assert.equal(account?.source, 'environment');
    assert.equal(account && (await accounts.token(account)), 'phx_env');
    assert.equal(secrets.values.size + globalState.values.size, 0);
  });
});

describe('The project of a window', () => {
  it('is the sign-in’s until another is chosen in this workspace', async () => {
    const { accounts } = openAccounts();
    await accounts.add(ada, 'phx_ada');
    assert.equal(accounts.project(ada)?.id, 42);
    await accounts.chooseProject(ada, { id: 7, name: 'Shop' });
    assert.equal(accounts.project(ada)?.id, 7);
    assert.equal(accounts.project(bob)?.id, 42, 'the choice of another account');
  });

  it('is the environment’s while it names one, whatever was chosen before', async () => {
    const { account } = inEnvironment();
    const { accounts, workspaceState } = openAccounts({ environment: inEnvironment() });
    workspaceState.values.set('project', { accountId: account.id, project: { id: 7, name: 'Shop' } });
    assert.equal(accounts.project(account)?.id, 42);
  });

  it('is the chosen one where the environment names none', async () => {
    const environment = inEnvironment({ project: undefined });
    const { accounts } = openAccounts({ environment });
    await accounts.chooseProject(environment.account, { id: 7, name: 'Shop' });
    assert.equal(accounts.project(environment.account)?.id, 7);
  });
});

describe('A change of keys', () => {
  const heardBy = (accounts: ReturnType<typeof openAccounts>['accounts']) => {
    const heard: string[] = [];
    accounts.onDidChange(() => heard.push('here'));
    accounts.onDidChangeKeysElsewhere(() => heard.push('elsewhere'));
    return heard;
  };

  it('in this window is told as its own, once', async () => {
    const { accounts } = openAccounts();
    const heard = heardBy(accounts);
    await accounts.add(ada, 'phx_ada');
    await accounts.remove(ada);
    assert.deepEqual(heard, ['here', 'here']);
  });

  it('in another window is told as such, when the account can be looked up already', async () => {
    const user = { secrets: new MemorySecrets(), globalState: new MemoryMemento() };
    const here = openAccounts(user).accounts;
    const there = openAccounts(user).accounts;
    const heard = heardBy(here);
    const seen: unknown[] = [];
    here.onDidChangeKeysElsewhere(() => seen.push(user.globalState.get('account')));
    await there.add(ada, 'phx_ada');
    assert.deepEqual(heard, ['elsewhere']);
    assert.deepEqual(seen, [ada]);
  });

  it('of another kind of secret is not heard, nor anything after disposal', async () => {
    const { accounts, secrets } = openAccounts();
    const heard = heardBy(accounts);
    await secrets.store('something else', 'x');
    accounts.dispose();
    await secrets.store('key:ada', 'x');
    assert.deepEqual(heard, []);
  });
});
