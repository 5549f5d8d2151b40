import { languages, type Position, type RenameProvider, type TextDocument } from 'vscode';
import { isLiteral } from '../../code/findAdjacent';
import { renameRefusal } from '../../core/editorView/renameRefusal';
import type { EditorContext } from './createEditor';
import { selector } from './documents';

/** Says why a key is not renamed. Constants that hold one are the language's own to rename. */
export class FlagRename implements RenameProvider {
  readonly #registration;

  constructor(private readonly context: EditorContext) {
    this.#registration = languages.registerRenameProvider([...selector], this);
  }

  /** @throws Error whose message VS Code shows at the cursor */
  prepareRename(document: TextDocument, position: Position): undefined {
    const { flags } = this.context;
    const reference = flags.spotAt(document, position)?.reference;
    if (reference?.key === undefined || !isLiteral(reference)) return undefined;
    const isOwn = flags.lookAt(document)?.otherProjectId === undefined;
    throw new Error(renameRefusal(reference.key, isOwn && flags.find(reference.key)?.shown !== undefined));
  }

  provideRenameEdits(document: TextDocument, position: Position): undefined {
    return this.prepareRename(document, position);
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
