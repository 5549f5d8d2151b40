import {
  DocumentLink,
  type DocumentLinkProvider,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { isLiteral } from '../../code/findAdjacent';
import { inertText } from '../../core/experiment/inertText';
import { commandIds, settings } from '../ids';
import type { EditorContext } from './createEditor';
import { selector } from './documents';
import { rangeOf } from './flagCode';

/** Keys lead to the panels of their experiments. One that a constant holds leads there instead: see FlagDefinitions. */
export class FlagLinks implements DocumentLinkProvider {
  readonly #registration;

  constructor(private readonly context: EditorContext) {
    this.#registration = languages.registerDocumentLinkProvider([...selector], this);
  }

  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const { flags, index } = this.context;
    const isOn = workspace
      .getConfiguration(settings.section, document)
      .get<boolean>(settings.documentLinks, true);
    const seen = isOn ? flags.lookAt(document) : undefined;
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
    this.#registration.dispose();
  }
}

/** Our own command with a number: nothing of the server or the code is in it. */
function panelUri(id: number): Uri {
  return Uri.parse(`command:${commandIds.openExperiment}?${encodeURIComponent(JSON.stringify([{ id }]))}`);
}
