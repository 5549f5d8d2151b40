import { recalculateTimeseries } from './endpoints/recalculateTimeseries';
import { timeseriesResults } from './endpoints/timeseriesResults';
import { get, post, type Route } from './route';

/** What was measured. */
export const resultRoutes: readonly Route[] = [
  get('experiments/:id/timeseries_results/', 'experiment:read', timeseriesResults),
  post('experiments/:id/recalculate_timeseries/', 'experiment:write', recalculateTimeseries),
];
