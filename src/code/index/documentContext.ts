import type { Branch } from '../branch/branch';
import { type Insights, readInsights } from '../insight/readInsights';
import { findWanted, type ReadText, type Wanted } from '../insight/findWanted';
import type { Language } from '../language/language';
import { findLanguage } from '../language/languages';
import { readFacts } from '../readFacts';
import type { Reference } from '../reference';
import { retokenize } from '../token/retokenize';
import { tokenize } from '../token/tokenize';
import { Tokens } from '../token/tokens';
import { isMadeByProgram } from './fileLimits';
import { FolderProjects } from './folderProjects';
import type { IndexReport } from './indexMessages';
import type { FlagNames } from './projectConfig';

/** What was read of one version of a document. */
interface Analysis {
  readonly version: number;
  readonly references: readonly Reference[];
  /** The context that the references were found in. */
  readonly revision: number;
  readonly language: string;
  /** Of this version; undefined in a language nobody reads, and where nothing in the text can matter. */
  readonly tokens: Tokens | undefined;
  /** Read when somebody asks. */
  insights: Insights | undefined;
}

export interface AnalysedText {
  /** `<id of the root>/<path below it>`, or anything else outside the workspace. */
  readonly path: string;
  readonly language: string;
  readonly version: number;
  readonly getText: () => string;
}

/**
 * The references in open documents, one analysis for each version, whoever asks. Constants and wrappers of other files
 * are known as the index tells of them.
 */
export class DocumentContext {
  readonly #projects = new FolderProjects();
  /** Held by the document, and gone with it. */
  readonly #analyses = new WeakMap<object, Analysis>();
  #revision = 0;

  /** Grows when documents may hold other references than before although their text is the same. */
  get revision(): number {
    return this.#revision;
  }

  /** What is known before the index tells more. */
  configure(names: FlagNames, keys: ReadonlySet<string>): void {
    this.#projects.configure({ knownKeys: keys }, names, new Map());
    this.#revision++;
  }

  hear(report: IndexReport): void {
    if (report.kind === 'contextOptions') {
      const { options, names, namesByFolder } = report.context;
      this.#projects.configure(options, names, namesByFolder);
      this.#revision++;
    } else if (report.kind === 'contextFiles') {
      for (const [path, facts] of report.files) {
        if (facts) this.#projects.set(path, facts);
        else this.#projects.delete(path);
      }
      this.#revision++;
    }
  }

  /** @param document stands for the text as long as it is open */
  referencesIn(document: object, text: AnalysedText): readonly Reference[] {
    return this.#analyse(document, text).references;
  }

  /** Which code of the document runs for which variant; see {@link referencesIn}. */
  branchesIn(document: object, text: AnalysedText): readonly Branch[] {
    return this.insightsIn(document, text).branches;
  }

  /** What the document makes of the flags it reads; see {@link referencesIn}. */
  insightsIn(document: object, text: AnalysedText): Insights {
    const analysis = this.#analyse(document, text);
    const { tokens, references } = analysis;
    return (analysis.insights ??= readInsights(text.getText(), text.language, references, tokens));
  }

  /** What is wanted at an offset where somebody types: a key, a variant, a field; see {@link referencesIn}. */
  wantedAt(document: object, text: AnalysedText, offset: number): Wanted | undefined {
    const { tokens } = this.#analyse(document, text);
    const language = findLanguage(text.language);
    const project = this.#projects.projectOf(text.path);
    if (!tokens || !language) return undefined;
    const read = (filled: string): ReadText => {
      const ofFilled = tokenize(filled, language);
      const facts = readFacts(filled, text.language, {
        tokens: ofFilled,
        interest: project.interestIn(text.path),
      });
      return { tokens: ofFilled, references: facts ? project.referencesOf(text.path, facts) : [] };
    };
    return findWanted({ tokens, language: text.language, offset, read });
  }

  #analyse(document: object, { path, language, version, getText }: AnalysedText): Analysis {
    const last = this.#analyses.get(document);
    if (last?.version === version && last.revision === this.#revision) return last;
    const project = this.#projects.projectOf(path);
    const found = findLanguage(language);
    const text = getText();
    // Most documents have nothing to do with flags, which a quick look at their text tells.
    const matters = project.mayMatter(path, text) && !isMadeByProgram(text);
    const before = last?.language === language ? last.tokens : undefined;
    const tokens = matters && found ? this.#tokensOf(text, found, before) : undefined;
    const interest = project.interestIn(path);
    const facts = tokens && readFacts(text, language, { tokens, interest });
    const references = facts ? project.referencesOf(path, facts) : [];
    const analysis = {
      version,
      references,
      revision: this.#revision,
      language,
      tokens,
      insights: undefined,
    };
    this.#analyses.set(document, analysis);
    return analysis;
  }

  /** Those of the version before are kept for the next, whose tokens take their place. */
  #tokensOf(text: string, language: Language, before: Tokens | undefined): Tokens {
    if (!before) return tokenize(text, language);
    if (before.text === text) return before;
    const tokens = retokenize(before, text, language, this.#spare);
    this.#spare = before;
    return tokens;
  }

  #spare = new Tokens('');
}
