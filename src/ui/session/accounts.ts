import { EventEmitter, type ExtensionContext, type SecretStorage } from 'vscode';
import type { Project } from '../../core/model/project';

/** Somebody's access to one PostHog host. Holds no key: that is asked for by id. */
export interface Account {
  readonly id: string;
  readonly source: 'key' | 'environment' | 'sample';
  /** Origin of the host; undefined for sample data. */
  readonly host: string | undefined;
  /** Whose it is, for a person: an email address, or the host. Untrusted text. */
  readonly label: string;
  /** The project chosen at sign-in. */
  readonly project: Project | undefined;
}

export interface Environment {
  readonly POSTHOG_HOST?: string | undefined;
  readonly POSTHOG_PERSONAL_API_KEY?: string | undefined;
  readonly POSTHOG_PROJECT_ID?: string | undefined;
}

const storedAccount = 'account';
const chosenProject = 'project';

/**
 * The accounts this window may use. One for now; commands and views already ask for a list and a current one. Keys
 * live in SecretStorage only; an account of the environment is never stored.
 */
export class Accounts {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #secrets: SecretStorage;

  constructor(
    private readonly context: Pick<ExtensionContext, 'secrets' | 'globalState' | 'workspaceState'>,
    private readonly environment: { readonly account: Account; readonly key: string } | undefined,
  ) {
    this.#secrets = context.secrets;
  }

  list(): readonly Account[] {
    const stored = this.context.globalState.get<Account>(storedAccount);
    return [this.environment?.account, stored].filter((account) => account !== undefined);
  }

  /** The environment's account while there is one, else the one signed in. */
  current(): Account | undefined {
    return this.list()[0];
  }

  /** Stores the account and its key, in place of the one before. */
  async add(account: Account, key: string | undefined): Promise<void> {
    const before = this.context.globalState.get<Account>(storedAccount);
    if (before && before.id !== account.id) await this.#secrets.delete(secretOf(before.id));
    if (key !== undefined) await this.#secrets.store(secretOf(account.id), key);
    await this.context.globalState.update(storedAccount, account);
    await this.context.workspaceState.update(chosenProject, undefined);
    this.#changed.fire();
  }

  async remove(account: Account): Promise<void> {
    await this.#secrets.delete(secretOf(account.id));
    await this.context.globalState.update(storedAccount, undefined);
    await this.context.workspaceState.update(chosenProject, undefined);
    this.#changed.fire();
  }

  async token(account: Account): Promise<string | undefined> {
    if (account.source === 'environment') return this.environment?.key;
    return this.#secrets.get(secretOf(account.id));
  }

  /** The project of this workspace: the one chosen here, else the one of the sign-in. */
  project(account: Account): Project | undefined {
    const chosen = this.context.workspaceState.get<ChosenProject>(chosenProject);
    return chosen?.accountId === account.id ? chosen.project : account.project;
  }

  async chooseProject(account: Account, project: Project): Promise<void> {
    const chosen: ChosenProject = { accountId: account.id, project };
    await this.context.workspaceState.update(chosenProject, chosen);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

interface ChosenProject {
  readonly accountId: string;
  readonly project: Project;
}

function secretOf(accountId: string): string {
  return `key:${accountId}`;
}
