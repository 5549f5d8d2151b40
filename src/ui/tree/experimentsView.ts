import { commands, Disposable, window } from 'vscode';
import type { CodeIndex } from '../code/codeIndex';
import type { Sessions } from '../../core/account/sessions';
import type { Logger } from '../../core/logger';
import { viewDescription } from '../../core/treeView/viewDescription';
import { type Timers, Upkeep } from '../../core/useCase/upkeep';
import { commandIds, viewId } from '../ids';
import { openClickedRow } from '../rowCommand';
import type { ExperimentsTree } from './experimentsTree';

export interface ExperimentsView {
  dispose(): void;
  /** Selects the row of an experiment, and shows it. Does nothing when the list has none. */
  reveal(id: number): Promise<void>;
}

/** The view around the tree: its title says project and age, and while it is on screen it is kept fresh. */
export function createExperimentsView(
  tree: ExperimentsTree,
  sessions: Sessions,
  code: CodeIndex,
  logger: Logger,
): ExperimentsView {
  const view = window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true });
  let unsubscribe: () => void = () => undefined;
  let upkeep: Upkeep | undefined;

  const describe = () => {
    const { state } = sessions;
    view.description =
      state.kind === 'open'
        ? viewDescription(state.session.store.state, state.account.source === 'sample', state.session.now())
        : '';
  };
  const onMinute = () => {
    tree.redrawAges();
    describe();
  };
  const follow = () => {
    unsubscribe();
    upkeep?.hide();
    const session = sessions.current;
    unsubscribe = session?.store.subscribe(describe) ?? (() => undefined);
    upkeep = session && new Upkeep(session, { timers, logger, onMinute });
    if (view.visible) upkeep?.show();
    describe();
  };
  follow();

  const disposable = Disposable.from(
    view,
    sessions.onDidChange(follow),
    showProgress(code),
    openClickedRow(view, viewId, async (node) => {
      if (node.kind === 'experiment')
        await commands.executeCommand(commandIds.openExperiment, { id: node.id });
    }),
    new Disposable(() => {
      unsubscribe();
      upkeep?.hide();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (!visible) {
        upkeep?.hide();
        return;
      }
      onMinute();
      upkeep?.show();
    }),
  );
  return {
    reveal: async (id) => {
      const node = tree.findNode(id);
      if (node) await view.reveal(node, { select: true, focus: true, expand: true });
    },
    dispose: () => void disposable.dispose(),
  };
}

/** The view's own progress bar moves while the code is looked through. */
function showProgress(code: CodeIndex): Disposable {
  let end: (() => void) | undefined;
  const follow = () => {
    const isScanning = code.state.kind === 'scanning';
    if (isScanning === (end !== undefined)) return;
    end?.();
    end = undefined;
    if (!isScanning) return;
    const over = new Promise<void>((resolve) => (end = resolve));
    void window.withProgress({ location: { viewId } }, () => over);
  };
  return Disposable.from(code.onDidChange(follow), new Disposable(() => end?.()));
}

const timers: Timers = {
  every(spanMs, work) {
    const timer = setInterval(work, spanMs);
    return { stop: () => clearInterval(timer) };
  },
};
