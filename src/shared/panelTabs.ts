/** The tabs of a panel: the pages of a project, and before them an experiment where the panel belongs to one. */
import { allFlags, type FlagsPanelState } from './panelFlags';
import { type PageKind, pageKinds } from './panelProtocol';
import type { StatsPanelState } from './panelStats';
import type { ExperimentPanelState, PageState, PanelOfProject } from './panelView';

/** What a panel keeps over hiding and over a reload of the window: the page it shows, and what each page keeps. */
export interface PanelState {
  readonly shown: PageKind;
  /** Missing in the panel of a project. */
  readonly experiment?: ExperimentPanelState | undefined;
  readonly flags: FlagsPanelState;
  readonly stats: StatsPanelState;
}

interface Tab {
  readonly label: string;
  /** The heading of its page until there is a better one. */
  readonly heading: string;
}

export const tabs: Readonly<Record<PageKind, Tab>> = {
  experiment: { label: 'Experiment', heading: 'Experiment' },
  flags: { label: 'Eligible Flags', heading: 'Flags for experiments' },
  stats: { label: 'Stats', heading: 'Experiment statistics' },
};

/** A panel that shows this page first. */
export function panelOf(first: PageState): PanelState {
  const { accountId, projectId } = first;
  const project: PanelOfProject = { accountId, projectId };
  return {
    shown: first.kind,
    flags: { kind: 'flags', wanted: allFlags, ...project },
    stats: { kind: 'stats', ...project },
    [first.kind]: first,
  };
}

export function tabsOf(panel: PanelState): readonly PageKind[] {
  return pageKinds.filter((kind) => panel[kind] !== undefined);
}

/** What the shown page keeps. */
export function shownPage(panel: PanelState): PageState {
  return panel[panel.shown] ?? panel.stats;
}

/** Names what a panel is about: the same for two states of one panel. */
export function panelKey({ stats, experiment }: PanelState): string {
  return JSON.stringify([stats.accountId, stats.projectId, experiment?.experimentId]);
}
