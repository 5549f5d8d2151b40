import { EventEmitter } from 'vscode';
import type { PostHogClient } from '../../core/api/client';
import { createClient } from '../../core/api/createClient';
import type { Transport } from '../../core/api/transport';
import type { Logger } from '../../core/logger';
import type { Project } from '../../core/model/project';
import { createSession, type Session } from '../../core/session';
import type { ListStorage } from '../../core/store/listStorage';
import { nameProject } from '../../core/useCase/nameProject';
import { refreshExperiments, restoreExperiments } from '../../core/useCase/refreshExperiments';
import type { Account, Accounts } from './accounts';
import { inBackground } from './inBackground';

export type SessionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'noProject'; readonly account: Account }
  | { readonly kind: 'open'; readonly account: Account; readonly session: Session };

/** Ways to PostHog, built without touching the network; the parts behind them are loaded on the first request. */
export interface Transports {
  http(host: string, token: string): Transport;
  sample(): { readonly transport: Transport; readonly project: Project };
}

/** Opens a session for the current account and project, and another when either changes. */
export class Sessions {
  #state: SessionState = { kind: 'starting' };
  #opening: Promise<void> | undefined;
  #generation = 0;
  readonly #changed = new EventEmitter<SessionState>();
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly accounts: Accounts,
    private readonly transports: Transports,
    private readonly storage: ListStorage,
    private readonly logger: Logger,
  ) {}

  get state(): SessionState {
    return this.#state;
  }

  get current(): Session | undefined {
    return this.#state.kind === 'open' ? this.#state.session : undefined;
  }

  /** The first one to need a session starts it; asking again costs nothing. */
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
  clientFor(host: string, token: string): PostHogClient {
    return this.#client(this.transports.http(host, token));
  }

  async #reopen(): Promise<void> {
    const generation = ++this.#generation;
    this.current?.dispose();
    const account = this.accounts.current();
    const next = account ? await this.#open(account) : ({ kind: 'signedOut' } as const);
    if (generation !== this.#generation) {
      if (next.kind === 'open') next.session.dispose();
      return;
    }
    this.#state = next;
    this.#changed.fire(next);
    if (next.kind === 'open') this.#fill(next.session);
  }

  dispose(): void {
    this.#generation++;
    this.current?.dispose();
    this.#changed.dispose();
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
        client: this.#client(transport),
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

  #client(transport: Transport): PostHogClient {
    return createClient(transport, this.logger);
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
