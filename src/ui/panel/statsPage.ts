import { toStatsView } from '../../core/panelView/statsView';
import { loadStats } from '../../core/useCase/loadStats';
import type { StatsPanelState } from '../../shared/panelStats';
import { describeError } from '../messages';
import { isFresh, type PanelPage } from './panelPage';

/** The page of how busy a project is with experiments. */
export function createStatsPage(state: StatsPanelState): PanelPage<'stats'> {
  return {
    state,
    async read(session, fresh, signal) {
      if (fresh || !isFresh(session, session.store.state.stats)) await loadStats(session, signal);
    },
    view: ({ store }) => toStatsView(state, store.state, describeError),
    title: () => 'Experiment Statistics',
    answers: {},
  };
}
