import { EventEmitter, type TextDocument } from 'vscode';
import type { Branch } from '../../code/branch/branch';
import { type AnalysedText, DocumentContext } from '../../code/index/documentContext';
import type { IndexReport } from '../../code/index/indexMessages';
import type { FlagNames } from '../../code/index/projectConfig';
import type { Insights } from '../../code/insight/readInsights';
import type { Reference } from '../../code/reference';
import type { CodeIndex } from './codeIndex';

/**
 * The flags that open documents read, for lens, hover, diagnostics and the rest alike: computed once for each version
 * of a document, whoever asks first. Offsets are those of the document's text.
 */
export class DocumentAnalyses {
  readonly #context = new DocumentContext();
  readonly #changed = new EventEmitter<void>();
  readonly #needed = new EventEmitter<void>();
  /** Documents may hold other references than before although nobody edited them. */
  readonly onDidChange = this.#changed.event;
  /** From now on the analyses want to be told what other files say. */
  readonly onDidNeedContext = this.#needed.event;
  #needsContext = false;

  constructor(private readonly index: CodeIndex) {}

  get needsContext(): boolean {
    return this.#needsContext;
  }

  referencesIn(document: TextDocument): readonly Reference[] {
    return this.#context.referencesIn(document, this.#textOf(document));
  }

  /** Which code of the document runs for which variant of a flag. */
  branchesIn(document: TextDocument): readonly Branch[] {
    return this.#context.branchesIn(document, this.#textOf(document));
  }

  /** What the document makes of the flags it reads: branches, comparisons, faults of timing, comments that silence. */
  insightsIn(document: TextDocument): Insights {
    return this.#context.insightsIn(document, this.#textOf(document));
  }

  /** The references if the document had this text: somebody types, and asks what a key at the cursor would be. */
  referencesIf(document: TextDocument, text: string): readonly Reference[] {
    return this.#context.referencesIf(this.#textOf(document).path, text, document.languageId);
  }

  #textOf(document: TextDocument): AnalysedText {
    if (!this.#needsContext) {
      this.#needsContext = true;
      this.#needed.fire();
    }
    return {
      path: this.index.pathOf(document.uri) ?? document.uri.path,
      language: document.languageId,
      version: document.version,
      getText: () => document.getText(),
    };
  }

  configure(names: FlagNames, keys: ReadonlySet<string>): void {
    this.#context.configure(names, keys);
    this.#changed.fire();
  }

  hear(report: IndexReport): void {
    const { revision } = this.#context;
    this.#context.hear(report);
    if (this.#context.revision !== revision) this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
    this.#needed.dispose();
  }
}
