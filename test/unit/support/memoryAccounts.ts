import type { Account } from '../../../src/core/account/account';
import { type AccountMemory, Accounts, type Memory, type Secrets } from '../../../src/core/account/accounts';
import type { EnvironmentAccount } from '../../../src/core/account/environmentAccount';
import { Emitter } from '../../../src/core/emitter';
import type { ListStorage } from '../../../src/core/store/listStorage';
import { MemoryStorage } from './memoryStorage';

/** A memento, and what it throws when the test says that the disk is broken. */
export class MemoryMemento implements Memory {
  readonly values = new Map<string, unknown>();
  broken: Error | undefined;

  get(key: string): unknown {
    if (this.broken) throw this.broken;
    return this.values.get(key);
  }

  async update(key: string, value: unknown): Promise<void> {
    if (this.broken) throw this.broken;
    this.values.set(key, value);
  }
}

/** The keychain of one user: every window hears of every change. */
export class MemorySecrets implements Secrets {
  readonly values = new Map<string, string>();
  broken: Error | undefined;
  readonly #changed = new Emitter<{ readonly key: string }>();
  readonly onDidChange = this.#changed.event;

  async get(key: string): Promise<string | undefined> {
    if (this.broken) throw this.broken;
    return this.values.get(key);
  }

  async store(key: string, value: string): Promise<void> {
    if (this.broken) throw this.broken;
    this.values.set(key, value);
    this.#changed.fire({ key });
  }

  async delete(key: string): Promise<void> {
    if (this.broken) throw this.broken;
    this.values.delete(key);
    this.#changed.fire({ key });
  }
}

export interface AccountsOptions {
  readonly environment?: EnvironmentAccount;
  readonly secrets?: MemorySecrets;
  readonly globalState?: MemoryMemento;
  readonly workspaceState?: MemoryMemento;
  readonly lists?: Pick<ListStorage, 'remove'>;
}

/** The accounts of one window. Windows of one user share secrets, global state and lists. */
export function openAccounts({
  environment,
  secrets = new MemorySecrets(),
  globalState = new MemoryMemento(),
  workspaceState = new MemoryMemento(),
  lists = new MemoryStorage(),
}: AccountsOptions = {}) {
  const memory = { secrets, globalState, workspaceState } satisfies AccountMemory;
  return { accounts: new Accounts(memory, async () => environment, lists), ...memory };
}

export function anAccount(parts: Partial<Account> = {}): Account {
  return {
    id: 'ada',
    source: 'key',
    host: 'https://us.posthog.com',
    label: 'ada@example.com',
    project: { id: 42, name: 'Web' },
    ...parts,
  };
}
