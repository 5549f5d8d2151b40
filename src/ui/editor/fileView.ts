import {
  commands,
  Disposable,
  EventEmitter,
  type TextDocument,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import {
  type FileFlagRow,
  type FilePlace,
  type FilePlaceRow,
  fileRows,
  otherProjectText,
} from '../../core/editorView/fileRows';
import type { Reference } from '../../code/reference';
import { contextWords } from '../../core/experiment/contextWords';
import { inertText } from '../../core/experiment/inertText';
import { experimentUrl } from '../../core/experiment/webLinks';
import { commandIds, fileViewId } from '../ids';
import { openClickedRow, rowCommand } from '../rowCommand';
import type { EditorContext } from './createEditor';
import { type FlagCode, rangeOf } from './flagCode';
import { activeCodeEditor, watchEditors } from './watchEditors';

/** A flag holds the id of its experiment: the commands of its menu are about that. */
type FileNode =
  | { readonly kind: 'flag'; readonly row: FileFlagRow; readonly id: number | undefined }
  | { readonly kind: 'place'; readonly row: FilePlaceRow; readonly document: TextDocument };

/** The flags that the active file names, and where. Follows the editor. */
export class FileView implements TreeDataProvider<FileNode> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #flags: FlagCode;
  readonly #view;
  readonly #listener: Disposable;
  #document: TextDocument | undefined;
  #rows: readonly FileFlagRow[] = [];
  #said = '';

  constructor({ flags }: EditorContext) {
    this.#flags = flags;
    this.#view = window.createTreeView(fileViewId, { treeDataProvider: this });
    this.#listener = Disposable.from(
      watchEditors(flags, () => this.#read()),
      openClickedRow(this.#view, fileViewId, async (node) => {
        if (node.kind === 'flag' && node.id !== undefined)
          await commands.executeCommand(commandIds.openExperiment, { id: node.id });
      }),
    );
  }

  getChildren(node?: FileNode): FileNode[] {
    const document = this.#document;
    if (!document) return [];
    if (!node) return this.#rows.map((row) => ({ kind: 'flag', row, id: row.experimentId }));
    return node.kind === 'flag' ? node.row.places.map((row) => ({ kind: 'place', row, document })) : [];
  }

  getTreeItem(node: FileNode): TreeItem {
    return node.kind === 'flag' ? this.#flagItem(node.row) : placeItem(node.row, node.document);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  /** Draws only what differs: the tree would lose its selection. */
  #read(): void {
    // While no editor has the focus (a panel, a terminal) the last file stays.
    const document = activeCodeEditor()?.document ?? (window.activeTextEditor ? undefined : this.#document);
    const seen = document && this.#flags.lookAt(document);
    this.#document = document;
    const isOther = seen?.otherProjectId !== undefined;
    this.#rows =
      document && seen && !isOther
        ? fileRows(placesIn(document, seen.references), (key) => this.#flags.find(key), Date.now())
        : [];
    const message = isOther
      ? otherProjectText(seen.otherProjectId ?? 0, seen.session.store.state.projectName)
      : this.#rows.length === 0
        ? 'No flags in the active file.'
        : undefined;
    const said = JSON.stringify([document?.uri.toString(), this.#rows, message]);
    if (said === this.#said) return;
    this.#said = said;
    // VS Code takes the message away for an empty one.
    this.#view.message = message ?? '';
    this.#changed.fire();
  }

  #flagItem(row: FileFlagRow): TreeItem {
    const item = new TreeItem(inertText(row.label), TreeItemCollapsibleState.Expanded);
    item.id = `flag/${this.#document?.uri.toString()}/${row.key}`;
    item.description = inertText(row.description);
    item.tooltip = inertText(`Flag ${row.key}`);
    item.iconPath = row.isWarning
      ? new ThemeIcon(row.icon, new ThemeColor('list.warningForeground'))
      : new ThemeIcon(row.icon);
    item.accessibilityInformation = { label: inertText(row.spoken) };
    const { session } = this.#flags;
    const experiment = this.#flags.find(row.key)?.shown?.experiment;
    if (experiment && session) {
      item.contextValue = contextWords(experiment, experimentUrl(session, experiment.id) !== undefined);
      item.command = rowCommand(fileViewId, 'Open Experiment');
    }
    return item;
  }
}

function placesIn(document: TextDocument, references: readonly Reference[]): readonly FilePlace[] {
  return references.flatMap(({ key, kind, start, end }) => {
    if (key === undefined) return [];
    const { lineNumber: line, text: lineText } = document.lineAt(document.positionAt(start));
    return [{ key, kind, start, end, line, lineText }];
  });
}

function placeItem(row: FilePlaceRow, document: TextDocument): TreeItem {
  const item = new TreeItem(row.label);
  item.description = inertText(row.description);
  item.iconPath = new ThemeIcon(row.icon);
  item.accessibilityInformation = { label: inertText(`${row.label}, ${row.description}`) };
  const selection = rangeOf(document, row);
  item.command = { command: 'vscode.open', title: 'Open', arguments: [document.uri, { selection }] };
  return item;
}
