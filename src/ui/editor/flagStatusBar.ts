import { type Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { fileStatusText, projectStatusText } from '../../core/editorView/statusBarText';
import type { KnownExperiment } from '../../core/experiment/concern';
import { findKnown } from '../../core/store/findKnown';
import { knownExperiments } from '../../core/store/knownExperiments';
import { commandIds } from '../ids';
import type { EditorContext } from './createEditor';
import { statusBarMode } from './editorSettings';
import type { FlagCode } from './flagCode';
import { activeCodeEditor, watchEditors } from './watchEditors';

/** One item: what the experiment of the active file says. */
export class FlagStatusBar {
  readonly #item = window.createStatusBarItem('experimentLens.status', StatusBarAlignment.Left, 0);
  readonly #flags: FlagCode;
  readonly #listener: Disposable;

  constructor({ flags }: EditorContext) {
    this.#flags = flags;
    this.#item.name = 'Experiment Lens';
    this.#item.command = commandIds.showInFile;
    this.#listener = watchEditors(flags, () => this.#draw());
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #draw(): void {
    const mode = statusBarMode();
    const session = this.#flags.session;
    const nowMs = Date.now();
    const said =
      mode === 'off' || !session
        ? undefined
        : (fileStatusText(experimentsInFile(this.#flags), nowMs) ??
          (mode === 'project'
            ? projectStatusText(
                knownExperiments(session.store.state).map((each) => findKnown(session.store.state, each)),
                nowMs,
              )
            : undefined));
    if (!said) {
      this.#item.hide();
      return;
    }
    this.#item.text = said.text;
    this.#item.tooltip = said.spoken;
    this.#item.accessibilityInformation = { label: said.spoken };
    this.#item.backgroundColor = said.isWarning
      ? new ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.#item.show();
  }
}

/** The experiments whose flags the active file names, in the order of its text. */
export function experimentsInFile(flags: FlagCode): readonly KnownExperiment[] {
  const document = activeCodeEditor()?.document;
  const seen = document && flags.lookAt(document);
  if (!seen || seen.otherProjectId !== undefined) return [];
  const keys = new Set(seen.references.flatMap(({ key }) => key ?? []));
  return [...keys].flatMap((key) => flags.find(key)?.shown ?? []);
}
