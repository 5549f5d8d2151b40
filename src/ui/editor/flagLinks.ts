import {
  Disposable,
  DocumentLink,
  type DocumentLinkProvider,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { isLiteral } from '../../code/findAdjacent';
import { inertText } from '../../core/experiment/inertText';
import type { Experiment } from '../../core/model/experiment';
import { knownExperiments } from '../../core/store/knownExperiments';
import { commandIds } from '../ids';
import type { EditorContext } from './createEditor';
import { selector } from './documents';
import { changesEditor, hasLinks } from './editorSettings';
import { rangeOf } from './flagCode';

/** Keys lead to the panels of their experiments. One that a constant holds leads there instead: see FlagDefinitions. */
export class FlagLinks implements DocumentLinkProvider {
  #registration: Disposable;
  readonly #listeners;
  #experiments: readonly Experiment[] = none;
  /** A document was asked about before it was known what to say of it. */
  #isAwaited = false;

  constructor(private readonly context: EditorContext) {
    this.#registration = this.#register();
    // VS Code asks for the links of a document once, unless its providers are others than before.
    const askAgain = (): void => {
      this.#registration.dispose();
      this.#registration = this.#register();
    };
    this.#listeners = Disposable.from(
      context.flags.onDidChange(() => {
        if (this.#isAwaited || this.#known() !== this.#experiments) askAgain();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (changesEditor(event)) askAgain();
      }),
    );
  }

  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const { flags, index } = this.context;
    if (!hasLinks(document)) return [];
    const seen = flags.lookAt(document);
    this.#isAwaited ||= !seen;
    if (!seen || seen.otherProjectId !== undefined) return [];
    const own = new Set(seen.references.flatMap(({ key, kind }) => (kind === 'definition' ? [key] : [])));
    return seen.references.flatMap((reference) => {
      const { key, kind } = reference;
      const shown = key !== undefined && isLiteral(reference) ? flags.find(key)?.shown : undefined;
      if (key === undefined || !shown) return [];
      if (kind !== 'definition' && (own.has(key) || index.isDefined(key))) return [];
      const { id, name } = shown.experiment;
      const link = new DocumentLink(rangeOf(document, reference), panelUri(id));
      link.tooltip = `Open “${inertText(name)}” beside the code`;
      return [link];
    });
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#registration.dispose();
  }

  #register(): Disposable {
    this.#experiments = this.#known();
    this.#isAwaited = false;
    return languages.registerDocumentLinkProvider([...selector], this);
  }

  #known(): readonly Experiment[] {
    const { session } = this.context.flags;
    return session ? knownExperiments(session.store.state) : none;
  }
}

const none: readonly Experiment[] = [];

/** Our own command with a number: nothing of the server or the code is in it. */
function panelUri(id: number): Uri {
  return Uri.parse(`command:${commandIds.openExperiment}?${encodeURIComponent(JSON.stringify([{ id }]))}`);
}
