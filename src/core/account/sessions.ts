import type { PostHogClient } from '../api/client';
import type { Transport } from '../api/transport';
import { Emitter } from '../emitter';
import { inBackground } from '../inBackground';
import type { Logger } from '../logger';
import type { Project } from '../model/project';
import { createSession, type Session } from '../session';
import type { ListStorage } from '../store/listStorage';
import { nameProject } from '../useCase/nameProject';
import { refreshExperiments, restoreExperiments } from '../useCase/refreshExperiments';
import type { Account } from './account';
import type { Accounts } from './accounts';

export type SessionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'noProject'; readonly account: Account }
  /** Who is signed in could not be found out. Nothing is forgotten: trying again may help. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'open'; readonly account: Account; readonly session: Session };

/** Ways to PostHog, built without touching the network; the parts behind them are loaded when they are needed. */
export interface Transports {
  http(host: string, token: string): Transport;
  sample(): { readonly transport: Transport; readonly project: Project };
  /** Who speaks through one of them. */
  client(transport: Transport): Promise<PostHogClient>;
}

/** Opens a session for the current account and project, and another when either changes, in whatever window. */
export class Sessions {
  #state: SessionState = { kind: 'starting' };
  #opening: Promise<void> | undefined;
  #generation = 0;
  readonly #changed = new Emitter<SessionState>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners;

  constructor(
    readonly accounts: Accounts,
    private readonly transports: Transports,
    private readonly storage: ListStorage,
    private readonly logger: Logger,
  ) {
    this.#listeners = [
      accounts.onDidChange(() => inBackground(this.reopen(), 'Opening the project', logger)),
      accounts.onDidChangeKeysElsewhere(() => inBackground(this.#follow(), 'Opening the project', logger)),
    ];
  }

  get state(): SessionState {
    return this.#state;
  }

  get current(): Session | undefined {
    return this.#state.kind === 'open' ? this.#state.session : undefined;
  }

  /** The first one to need a session starts it; asking again costs nothing. Resolves also when none could be opened. */
  start(): Promise<void> {
    this.#opening ??= this.#reopen();
    return this.#opening;
  }

  /** Closes what is open and opens what the accounts say now. Late replies of the old session are dropped. */
  reopen(): Promise<void> {
    this.#opening = this.#reopen();
    return this.#opening;
  }

  /** A client for a host and a key that are not signed in yet. */
  clientFor(host: string, token: string): Promise<PostHogClient> {
    return this.transports.client(this.transports.http(host, token));
  }

  dispose(): void {
    this.#generation++;
    this.current?.dispose();
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  async #reopen(): Promise<void> {
    const generation = ++this.#generation;
    this.current?.dispose();
    const next = await this.#next();
    if (generation !== this.#generation) {
      if (next.kind === 'open') next.session.dispose();
      return;
    }
    this.#state = next;
    this.#changed.fire(next);
    if (next.kind === 'open') this.#fill(next.session);
  }

  /** Another window changed keys: opens anew if that changed who is signed in here. */
  async #follow(): Promise<void> {
    if (!this.#opening) return;
    await this.#opening;
    const state = this.#state;
    const shown = state.kind === 'open' || state.kind === 'noProject' ? state.account.id : undefined;
    if (state.kind === 'failed' || shown !== (await this.#findUsableId())) await this.reopen();
  }

  async #findUsableId(): Promise<string | undefined> {
    const account = await this.accounts.current();
    if (account === undefined || account.source === 'sample') return account?.id;
    return (await this.accounts.token(account)) === undefined ? undefined : account.id;
  }

  /** Never rejects: a window without an answer would show nothing for ever. */
  async #next(): Promise<SessionState> {
    try {
      const account = await this.accounts.current();
      return account ? await this.#open(account) : { kind: 'signedOut' };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`The account could not be read: ${reason}`);
      return { kind: 'failed', message: `VS Code could not read your account: ${reason}` };
    }
  }

  async #open(account: Account): Promise<SessionState> {
    const sample = account.source === 'sample' ? this.transports.sample() : undefined;
    const project = sample?.project ?? this.accounts.project(account);
    if (project === undefined) return { kind: 'noProject', account };
    const transport = sample?.transport ?? (await this.#httpTransport(account));
    // A key that is gone from the secret storage leaves an account nobody can use.
    if (transport === undefined) return { kind: 'signedOut' };
    const session = createSession(
      {
        accountId: account.id,
        projectId: project.id,
        webUrl: account.host === undefined ? undefined : `${account.host}/project/${project.id}`,
        client: await this.transports.client(transport),
        storage: this.storage,
        now: Date.now,
      },
      project.name,
    );
    return { kind: 'open', account, session };
  }

  async #httpTransport(account: Account): Promise<Transport | undefined> {
    const token = await this.accounts.token(account);
    if (account.host === undefined || token === undefined) return undefined;
    return this.transports.http(account.host, token);
  }

  /** The list of the last time at once, then the list of now. Failures stand in the store. */
  #fill(session: Session): void {
    const work = async () => {
      await restoreExperiments(session);
      await refreshExperiments(session, session.signal);
      await nameProject(session);
    };
    inBackground(work(), 'Loading the experiments', this.logger);
  }
}
