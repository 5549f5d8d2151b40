import { once } from '../../shared/once';
import { Emitter } from '../emitter';
import type { Project } from '../model/project';
import { type ListStorage, listsOf } from '../store/listStorage';
import type { Account } from './account';
import type { EnvironmentAccount } from './environmentAccount';

/** A small memory that outlives the window, as the editor offers it. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** Where keys are, as the editor offers it: told of changes by any window, this one included. */
export interface Secrets {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
  onDidChange(listener: (event: { readonly key: string }) => void): { dispose(): void };
}

export interface AccountMemory {
  readonly secrets: Secrets;
  /** Of all windows. */
  readonly globalState: Memory;
  readonly workspaceState: Memory;
}

const storedAccount = 'account';
const chosenProject = 'project';

/**
 * The account this window uses: the environment's while there is one, else the one signed in. Keys live in the secret
 * storage only; an account of the environment is never stored.
 */
export class Accounts {
  readonly #changed = new Emitter<void>();
  /** Another account or project, chosen in this window. */
  readonly onDidChange = this.#changed.event;
  readonly #keysChangedElsewhere = new Emitter<void>();
  /** Another window stored or forgot a key. */
  readonly onDidChangeKeysElsewhere = this.#keysChangedElsewhere.event;
  readonly #environment: () => Promise<EnvironmentAccount | undefined>;
  readonly #secretListener;
  #writing = 0;

  constructor(
    private readonly memory: AccountMemory,
    environment: () => Promise<EnvironmentAccount | undefined>,
    private readonly lists: Pick<ListStorage, 'remove'>,
  ) {
    this.#environment = once(environment);
    this.#secretListener = memory.secrets.onDidChange(({ key }) => {
      if (key.startsWith(secretOf('')) && this.#writing === 0) this.#keysChangedElsewhere.fire();
    });
  }

  async current(): Promise<Account | undefined> {
    return (await this.#environment())?.account ?? this.#stored();
  }

  /** Stores the account and its key, in place of the one before. Where the key cannot be kept, all stays as it was. */
  async add(account: Account, key: string | undefined): Promise<void> {
    const { secrets, globalState, workspaceState } = this.memory;
    const before = this.#stored();
    await this.#write(async () => {
      // The account first: a window that hears of the new key looks whose it is.
      await globalState.update(storedAccount, account);
      try {
        if (key !== undefined) await secrets.store(secretOf(account.id), key);
      } catch (error) {
        await globalState.update(storedAccount, before);
        throw error;
      }
      await workspaceState.update(chosenProject, undefined);
      if (before && before.id !== account.id) await secrets.delete(secretOf(before.id));
    });
    if (before && before.id !== account.id) await this.lists.remove(listsOf(before.id));
  }

  /** Forgets the account, its key and what was kept of its experiments. */
  async remove(account: Account): Promise<void> {
    await this.#write(async () => {
      await this.memory.secrets.delete(secretOf(account.id));
      await this.memory.globalState.update(storedAccount, undefined);
      await this.memory.workspaceState.update(chosenProject, undefined);
    });
    await this.lists.remove(listsOf(account.id));
  }

  async token(account: Account): Promise<string | undefined> {
    if (account.source === 'environment') return (await this.#environment())?.key;
    return this.memory.secrets.get(secretOf(account.id));
  }

  /** The project of this workspace: the environment's while it names one, else the one chosen here, else the sign-in's. */
  project(account: Account): Project | undefined {
    if (account.source === 'environment' && account.project) return account.project;
    const chosen = this.memory.workspaceState.get(chosenProject) as ChosenProject | undefined;
    return chosen?.accountId === account.id ? chosen.project : account.project;
  }

  async chooseProject(account: Account, project: Project): Promise<void> {
    const chosen: ChosenProject = { accountId: account.id, project };
    await this.#write(() => this.memory.workspaceState.update(chosenProject, chosen));
  }

  dispose(): void {
    this.#secretListener.dispose();
    this.#changed.dispose();
    this.#keysChangedElsewhere.dispose();
  }

  #stored(): Account | undefined {
    return this.memory.globalState.get(storedAccount) as Account | undefined;
  }

  /** Tells of the change also when it failed half-way: what is open then follows what is true. */
  async #write(work: () => PromiseLike<void>): Promise<void> {
    this.#writing++;
    try {
      await work();
    } finally {
      this.#writing--;
      this.#changed.fire();
    }
  }
}

interface ChosenProject {
  readonly accountId: string;
  readonly project: Project;
}

function secretOf(accountId: string): string {
  return `key:${accountId}`;
}
