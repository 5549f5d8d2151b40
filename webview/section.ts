/** What the parts of the experiment's page have in common: each is a section, made of what the page gives it. */
import type { ExperimentPanelState, ExperimentSummaryView, ExperimentView } from '../src/shared/panelView';
import type { Rpc } from './rpc';

/** One part of the page. It hides itself when it has nothing to say. */
export interface Section {
  readonly element: HTMLElement;
  /** @param experiment undefined while nothing is known of it */
  readonly update: (experiment: ExperimentSummaryView | undefined) => void;
  /** Draws again with the theme as it is now. */
  readonly redraw?: () => void;
  /** Rewrites what depends on the present time. */
  readonly tick?: () => void;
  readonly dispose?: () => void;
}

/** What the page gives its sections. */
export interface PageContext {
  readonly rpc: Rpc<'experiment'>;
  readonly picks: Picks;
  /** The newest view there is. */
  readonly view: () => ExperimentView | undefined;
}

/** What the user picked on the page; it outlives the page. */
export interface Picks {
  readonly current: () => ExperimentPanelState;
  /** A pick that becomes undefined is taken back. */
  readonly change: (changed: Omit<Partial<ExperimentPanelState>, 'kind'>) => void;
}
