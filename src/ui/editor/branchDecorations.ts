import { type DecorationOptions, type Disposable, Range, type TextEditor, ThemeColor, window } from 'vscode';
import {
  branchHint,
  type BranchState,
  type BranchText,
  isLostBranch,
} from '../../core/editorView/branchText';
import type { EditorContext } from './createEditor';
import { fadesLostBranches, hasBranchHints } from './editorSettings';
import { type FlagCode, rangeOf } from './flagCode';
import { codeEditors, watchEditors } from './watchEditors';

/** Words and marks say the same as the colours. */
const colours: Readonly<Record<BranchState, string>> = {
  unsettled: 'editorCodeLens.foreground',
  blocked: 'list.warningForeground',
  open: 'editorCodeLens.foreground',
  won: 'charts.blue',
  lost: 'charts.red',
  baseline: 'editorCodeLens.foreground',
};

/** Behind the end of a branch which variant it is for and how that does; branches that lost are faded. */
export class BranchDecorations {
  readonly #hint = window.createTextEditorDecorationType({});
  readonly #lost = window.createTextEditorDecorationType({ opacity: '0.6' });
  readonly #flags: FlagCode;
  readonly #listener: Disposable;

  constructor({ flags }: EditorContext) {
    this.#flags = flags;
    this.#listener = watchEditors(flags, () => {
      for (const editor of codeEditors()) this.#draw(editor);
    });
  }

  dispose(): void {
    this.#listener.dispose();
    // Takes all that was drawn with it.
    this.#hint.dispose();
    this.#lost.dispose();
  }

  #draw(editor: TextEditor): void {
    const { document } = editor;
    const hints = new Map<number, BranchText[]>();
    const lost: Range[] = [];
    const [hasHints, fades] = [hasBranchHints(document), fadesLostBranches(document)];
    const seen = hasHints || fades ? this.#flags.lookAt(document) : undefined;
    const branches =
      seen && seen.otherProjectId === undefined ? this.#flags.insightsIn(document).branches : [];
    for (const branch of branches) {
      const shown = this.#flags.find(branch.key)?.shown;
      if (!shown) continue;
      const range = rangeOf(document, branch);
      const hint = hasHints ? branchHint(shown, branch, Date.now()) : undefined;
      if (hint) hints.set(range.end.line, [...(hints.get(range.end.line) ?? []), hint]);
      if (fades && isLostBranch(shown, branch)) lost.push(range);
    }
    editor.setDecorations(
      this.#hint,
      [...hints].map(([line, ofLine]) => drawHints(line, ofLine)),
    );
    editor.setDecorations(this.#lost, lost);
  }
}

/** Branches that end in one line share a hint: VS Code would turn the order of several around. */
function drawHints(line: number, hints: readonly BranchText[]): DecorationOptions {
  const telling = hints.find(({ state }) => state === 'blocked' || state === 'won' || state === 'lost');
  const { state } = telling ??
    hints.find((hint) => hint.state === 'open') ??
    hints[0] ?? { state: 'unsettled' };
  return {
    range: new Range(line, Number.MAX_SAFE_INTEGER, line, Number.MAX_SAFE_INTEGER),
    renderOptions: {
      after: {
        contentText: hints.map(({ text }) => text).join(' | '),
        color: new ThemeColor(colours[state]),
        fontStyle: state === 'unsettled' ? 'italic' : 'normal',
        margin: '0 0 0 3ch',
      },
    },
  };
}
