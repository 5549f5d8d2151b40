import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { FindingCode } from '../../core/editorView/finding';
import { inBackground } from '../../core/inBackground';
import type { Logger } from '../../core/logger';
import type { Session } from '../../core/session';
import { renewFlagKeys } from '../../core/useCase/loadFlagKeys';
import type { EditorContext } from './createEditor';
import { findingsIn, type ShownFinding } from './documentFindings';
import { isCode } from './documents';
import { changesEditor } from './editorSettings';
import { type FlagCode, rangeOf } from './flagCode';

/** What diagnostics say they are from. */
export const diagnosticSource = 'Experiment Lens';
/** While somebody types nothing is said: the next letter may put it right. */
const pauseMs = 400;

/** The finding that a flag made elsewhere takes away. */
const missing: FindingCode = 'unknown-key';
const oldKeysMs = 60_000;

const severities = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
} as const;

/** Findings about flags in open documents, among the problems. */
export class FlagDiagnostics {
  readonly #collection = languages.createDiagnosticCollection('experimentLens');
  readonly #flags: FlagCode;
  readonly #logger: Logger;
  readonly #pauses = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  readonly #listeners;
  readonly #documentation: Uri;
  #session: Session | undefined;

  constructor({ flags, extensionUri, logger }: EditorContext) {
    this.#logger = logger;
    this.#flags = flags;
    this.#documentation = Uri.joinPath(extensionUri, 'docs', 'diagnostics.md');
    this.#listeners = Disposable.from(
      this.#collection,
      workspace.onDidOpenTextDocument((document) => this.#lookSoon(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#lookSoon(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      flags.onDidChange(() => this.#lookAtAll()),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#renewKeys();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (changesEditor(event)) this.#lookAtAll();
      }),
    );
    this.#lookAtAll();
  }

  dispose(): void {
    for (const document of this.#pauses.keys()) this.#endPause(document);
    this.#listeners.dispose();
  }

  #lookAtAll(): void {
    // What was said of another project, or with another account, is wrong at once.
    if (this.#flags.session !== this.#session) this.#collection.clear();
    this.#session = this.#flags.session;
    for (const document of workspace.textDocuments) this.#lookSoon(document);
  }

  #lookSoon(document: TextDocument): void {
    if (!isCode(document)) return;
    this.#endPause(document);
    const look = () => {
      this.#pauses.delete(document);
      if (!document.isClosed) this.#look(document);
    };
    this.#pauses.set(document, setTimeout(look, pauseMs));
  }

  #look(document: TextDocument): void {
    const findings = findingsIn(this.#flags, document) ?? [];
    if (findings.length === 0) this.#collection.delete(document.uri);
    else
      this.#collection.set(
        document.uri,
        findings.map((finding) => this.#toDiagnostic(document, finding)),
      );
  }

  /** Somebody comes back, perhaps from making the flag that was missing. */
  #renewKeys(): void {
    const { session } = this.#flags;
    let isMissed = false;
    this.#collection.forEach((_uri, diagnostics) => {
      isMissed ||= diagnostics.some(({ code }) => typeof code === 'object' && code.value === missing);
    });
    if (!session || !isMissed) return;
    inBackground(
      renewFlagKeys(session, oldKeysMs, session.signal),
      'Reading the keys of the flags',
      this.#logger,
    );
  }

  #forget(document: TextDocument): void {
    this.#endPause(document);
    this.#collection.delete(document.uri);
  }

  #endPause(document: TextDocument): void {
    clearTimeout(this.#pauses.get(document));
    this.#pauses.delete(document);
  }

  #toDiagnostic(document: TextDocument, { code, message, severity, start, end }: ShownFinding): Diagnostic {
    const diagnostic = new Diagnostic(rangeOf(document, { start, end }), message, severities[severity]);
    diagnostic.source = diagnosticSource;
    diagnostic.code = { value: code, target: this.#documentation.with({ fragment: code }) };
    return diagnostic;
  }
}
