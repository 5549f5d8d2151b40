import { EventEmitter, type TextDocument, type Uri, workspace } from 'vscode';
import type { Branch } from '../../code/branch/branch';
import { type AnalysedText, DocumentContext } from '../../code/index/documentContext';
import type { IndexReport } from '../../code/index/indexMessages';
import type { FlagNames } from '../../code/index/projectConfig';
import type { Wanted } from '../../code/insight/findWanted';
import type { Insights } from '../../code/insight/readInsights';
import { findLanguageOf } from '../../code/language/languages';
import type { Reference } from '../../code/reference';
import type { CodeIndex } from './codeIndex';
import { documentUri } from './documentUri';

export interface FileAnalysis {
  readonly text: string;
  readonly references: readonly Reference[];
  readonly branches: readonly Branch[];
}

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

  /** What is wanted at an offset where somebody types: a key, a variant, a field of a payload. */
  wantedAt(document: TextDocument, offset: number): Wanted | undefined {
    return this.#context.wantedAt(document, this.#textOf(document), offset);
  }

  /**
   * The same of a file that may not be open: as an editor holds it, else as it is on the disk.
   * @throws FileSystemError when it cannot be read
   */
  async readFile(uri: Uri): Promise<FileAnalysis> {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open) {
      return { text: open.getText(), references: this.referencesIn(open), branches: this.branchesIn(open) };
    }
    this.#needContext();
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    const path = this.index.pathOf(uri) ?? uri.path;
    const language = findLanguageOf(uri.path) ?? '';
    const analysed = { path, language, version: 0, getText: () => text };
    const once = {};
    return {
      text,
      references: this.#context.referencesIn(once, analysed),
      branches: this.#context.branchesIn(once, analysed),
    };
  }

  #textOf(document: TextDocument): AnalysedText {
    this.#needContext();
    const uri = documentUri(document);
    return {
      path: this.index.pathOf(uri) ?? uri.path,
      language: document.languageId,
      version: document.version,
      getText: () => document.getText(),
    };
  }

  #needContext(): void {
    if (this.#needsContext) return;
    this.#needsContext = true;
    this.#needed.fire();
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
