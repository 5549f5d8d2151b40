import { Disposable, window } from 'vscode';
import { refreshExperiments } from '../../core/useCase/refreshExperiments';
import { lastLoaded } from '../../core/store/resource';
import type { Logger } from '../../core/logger';
import { viewId } from '../ids';
import { inBackground } from '../../core/inBackground';
import type { Sessions } from '../../core/account/sessions';
import type { ExperimentsTree } from './experimentsTree';

/** A list this old is read again when the view is shown. */
const staleMs = 5 * 60_000;

/** The view around the tree: its title says the project, and coming back to it refreshes what is old. */
export function createExperimentsView(tree: ExperimentsTree, sessions: Sessions, logger: Logger): Disposable {
  const view = window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true });
  let unsubscribe: () => void = () => undefined;

  const describe = () => {
    const { state } = sessions;
    const name = state.kind === 'open' ? state.session.store.state.projectName : '';
    view.description =
      state.kind === 'open' && state.account.source === 'sample' ? `${name} · sample data` : name;
  };
  const follow = () => {
    unsubscribe();
    unsubscribe = sessions.current?.store.subscribe(describe) ?? (() => undefined);
    describe();
  };
  follow();

  return Disposable.from(
    view,
    sessions.onDidChange(follow),
    new Disposable(() => unsubscribe()),
    view.onDidChangeVisibility(({ visible }) => {
      const session = sessions.current;
      if (!visible || !session) return;
      tree.redraw();
      const { list } = session.store.state;
      const loaded = lastLoaded(list);
      const isOld = loaded !== undefined && session.now() - loaded.loadedMs > staleMs;
      if (!isOld || list.state === 'loading') return;
      inBackground(refreshExperiments(session, session.signal), 'Refreshing the experiments', logger);
    }),
  );
}
