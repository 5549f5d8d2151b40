import type { TimeseriesView } from '../src/shared/panelSeries';

/** What is known about one metric's daily results; the last good ones stay while newer are asked for. */
export interface SeriesState {
  readonly loading: boolean;
  readonly error: string | undefined;
  readonly view: TimeseriesView | undefined;
}
