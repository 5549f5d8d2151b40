import { Disposable, EventEmitter, Range, type Position, type TextDocument } from 'vscode';
import { findSpot, type Spot } from '../../code/findSpot';
import { type Insights, noInsights } from '../../code/insight/readInsights';
import type { Wanted } from '../../code/insight/findWanted';
import type { Reference } from '../../code/reference';
import type { Sessions } from '../../core/account/sessions';
import type { FlagProject } from '../../core/editorView/flagProject';
import { FlagLookup, type KnownFlag } from '../../core/editorView/knownFlag';
import type { Session } from '../../core/session';
import { knownFlagKeys } from '../../core/store/knownFlagKeys';
import type { CodeIndex } from '../code/codeIndex';
import type { DocumentAnalyses } from '../code/documentAnalyses';
import type { ProjectFiles } from '../code/projectFiles';
import { isCode } from './documents';

/** The flags of an open document. */
export interface DocumentFlags {
  readonly session: Session;
  /** In the order of the text; those whose key only the running program knows are among them. */
  readonly references: readonly Reference[];
  /** The project that the code belongs to, when that is not the open one: nothing of the open one may be shown. */
  readonly otherProjectId: number | undefined;
}

/**
 * What open documents say of flags and what the open project knows of these: the one source of all that is shown in
 * editors. Everything is what is known at the moment, and nothing asks the network.
 */
export class FlagCode {
  readonly #changed = new EventEmitter<void>();
  /** Something may be said of documents that was not before: of their code, of the project, of the experiments. */
  readonly onDidChange = this.#changed.event;
  readonly #lookup = new FlagLookup();
  readonly #listeners;
  #unsubscribe: () => void = () => undefined;
  #analyses: DocumentAnalyses | undefined;
  #listener: Disposable | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly code: CodeIndex,
    private readonly projects: ProjectFiles,
  ) {
    this.#listeners = Disposable.from(
      this.#changed,
      new Disposable(() => this.#unsubscribe()),
      sessions.onDidChange(() => this.#follow()),
      projects.onDidChange(() => this.#changed.fire()),
      code.onDidChange(() => this.#hearAnalyses()),
    );
    this.#follow();
    this.#hearAnalyses();
  }

  get session(): Session | undefined {
    return this.sessions.current;
  }

  /** Undefined while nobody is signed in, where no code is looked at, and before it is known what to say. */
  lookAt(document: TextDocument): DocumentFlags | undefined {
    const { session } = this;
    if (!session || !this.#analyses || !isCode(document)) return undefined;
    const belonging = this.projects.find(document);
    if (belonging.kind === 'unread') return undefined;
    const { projectId } = belonging;
    return {
      session,
      references: this.#analyses.referencesIn(document),
      otherProjectId: projectId === session.projectId ? undefined : projectId,
    };
  }

  /** What the document makes of its flags: which code runs for which variant, what values are compared with. */
  insightsIn(document: TextDocument): Insights {
    return this.#analyses?.insightsIn(document) ?? noInsights;
  }

  /** What the open project knows of a flag; undefined while none is open. */
  find(key: string): KnownFlag | undefined {
    const { session } = this;
    return session && this.#lookup.find(session.store.state, key);
  }

  /** The key, constant, variant or branch at a position. */
  spotAt(document: TextDocument, position: Position): Spot | undefined {
    const flags = this.lookAt(document);
    // Most documents name no flag: their text is not even asked for.
    if (!flags || flags.references.length === 0) return undefined;
    const insights = this.insightsIn(document);
    return findSpot(document.getText(), document.offsetAt(position), flags.references, insights);
  }

  /** What is wanted at the cursor: a key, a variant, a field of a payload. Nothing of another project. */
  wantedAt(document: TextDocument, position: Position): Wanted | undefined {
    const seen = this.lookAt(document);
    if (!seen || seen.otherProjectId !== undefined) return undefined;
    return this.#analyses?.wantedAt(document, document.offsetAt(position));
  }

  /** What the open project knows; undefined while none is open. */
  get project(): FlagProject | undefined {
    const { session } = this;
    if (!session) return undefined;
    const { state } = session.store;
    return {
      find: (key) => this.#lookup.find(state, key),
      keys: () => knownFlagKeys(state),
      name: state.projectName,
      nowMs: session.now(),
    };
  }

  dispose(): void {
    this.#listener?.dispose();
    this.#listeners.dispose();
  }

  #follow(): void {
    this.#unsubscribe();
    const { session } = this;
    if (session) this.code.need();
    this.#unsubscribe = session?.store.subscribe(() => this.#changed.fire()) ?? (() => undefined);
    this.#changed.fire();
  }

  /** They are loaded a moment after they are needed. */
  #hearAnalyses(): void {
    const { analyses } = this.code;
    if (analyses === this.#analyses) return;
    this.#analyses = analyses;
    this.#listener?.dispose();
    this.#listener = analyses?.onDidChange(() => this.#changed.fire());
    this.#changed.fire();
  }
}

export function rangeOf(document: TextDocument, { start, end }: { start: number; end: number }): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}
