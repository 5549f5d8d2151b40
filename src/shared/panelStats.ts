import type { PageView, PanelOfProject } from './panelView';

export interface StatsPanelState extends PanelOfProject {
  readonly kind: 'stats';
}

export type StatsView = PageView<StatsPanelState, StatsContent>;

/** How busy a project is with experiments. */
export interface StatsContent {
  readonly projectName: string;
  readonly figures: readonly FigureView[];
  /** Those of the figures that count the same thing over spans of the same length, the oldest first. */
  readonly bars: readonly BarView[];
  /** What the bars say, in a sentence. */
  readonly sentence: string;
  /** Nothing was launched or completed in all that time: there is nothing to draw. */
  readonly isEmpty: boolean;
}

export interface FigureView {
  readonly label: string;
  readonly value: string;
  /** What the value counts, in a sentence. */
  readonly meaning: string;
}

export interface BarView {
  readonly label: string;
  readonly count: number;
  /** What happened to the experiments it counts, and whether in the span before the present one. */
  readonly tone: 'launchedBefore' | 'launched' | 'completed';
}
