import {
  latestRecalculation,
  retrieveRecalculation,
  startRecalculation,
} from './endpoints/metricsRecalculation';
import { cancelQuery, pollQuery, startQuery } from './endpoints/query';
import { recalculateTimeseries } from './endpoints/recalculateTimeseries';
import { timeseriesResults } from './endpoints/timeseriesResults';
import type { Route } from './route';

const read = 'experiment:read';
const write = 'experiment:write';
const query = 'query:read';
const experiment = '/api/projects/:project/experiments/:id';

/** All that answers with numbers. */
export const resultRoutes: readonly Route[] = [
  {
    path: `${experiment}/timeseries_results/`,
    reach: 'project',
    operations: { GET: { scope: read, run: timeseriesResults } },
  },
  {
    path: `${experiment}/recalculate_timeseries/`,
    reach: 'project',
    operations: { POST: { scope: write, run: recalculateTimeseries } },
  },
  {
    path: `${experiment}/metrics_recalculation/`,
    reach: 'project',
    operations: { POST: { scope: write, run: startRecalculation } },
  },
  {
    path: `${experiment}/metrics_recalculation/latest/`,
    reach: 'project',
    operations: { GET: { scope: read, run: latestRecalculation } },
  },
  {
    path: `${experiment}/metrics_recalculation/:run/`,
    reach: 'project',
    operations: { GET: { scope: read, run: retrieveRecalculation } },
  },
  // The same under both names.
  ...['projects', 'environments'].flatMap((name): Route[] => [
    {
      path: `/api/${name}/:project/query/`,
      reach: 'project',
      operations: { POST: { scope: query, run: startQuery } },
    },
    {
      path: `/api/${name}/:project/query/:query/`,
      reach: 'project',
      operations: { GET: { scope: query, run: pollQuery }, DELETE: { scope: query, run: cancelQuery } },
    },
  ]),
];
