import {
  latestRecalculation,
  retrieveRecalculation,
  startRecalculation,
} from './endpoints/metricsRecalculation';
import { cancelQuery, pollQuery, startQuery } from './endpoints/query';
import { recalculateTimeseries } from './endpoints/recalculateTimeseries';
import { timeseriesResults } from './endpoints/timeseriesResults';
import { alsoBelowEnvironments, get, post, remove, type Route } from './route';

const read = 'experiment:read';
const write = 'experiment:write';
const query = 'query:read';
const recalculation = { since: 'hasRecalculations' } as const;

/** All that answers with numbers. */
export const resultRoutes: readonly Route[] = [
  get('experiments/:id/timeseries_results/', read, timeseriesResults),
  post('experiments/:id/recalculate_timeseries/', write, recalculateTimeseries),
  post('experiments/:id/metrics_recalculation/', write, startRecalculation, recalculation),
  get('experiments/:id/metrics_recalculation/latest/', read, latestRecalculation, recalculation),
  get('experiments/:id/metrics_recalculation/:run/', read, retrieveRecalculation, recalculation),
  ...alsoBelowEnvironments([
    post('query/', query, startQuery, { isQuery: true }),
    get('query/:query/', query, pollQuery),
    remove('query/:query/', query, cancelQuery),
  ]),
];
