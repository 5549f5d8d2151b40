import { listActivityLog } from './endpoints/activity';
import { listEventDefinitions } from './endpoints/eventDefinitions';
import { retrieveCohort } from './endpoints/exposureCohort';
import {
  createHoldout,
  deleteHoldout,
  listHoldouts,
  retrieveHoldout,
  updateHoldout,
} from './endpoints/holdouts';
import { listFlags, retrieveFlag } from './endpoints/listFlags';
import {
  createSavedMetric,
  deleteSavedMetric,
  listSavedMetrics,
  retrieveSavedMetric,
  updateSavedMetric,
} from './endpoints/savedMetrics';
import { updateFlag } from './endpoints/updateFlag';
import type { Era } from './era';
import { get, patch, post, remove, type Route } from './route';

const read = 'experiment:read';
const write = 'experiment:write';
const metricRead = (era: Era) => (era.hasSavedMetricScope ? 'experiment_saved_metric:read' : read);
const metricWrite = (era: Era) => (era.hasSavedMetricScope ? 'experiment_saved_metric:write' : write);
const toolbar = { sameOriginOnly: true };

/** What experiments are made of. */
export const libraryRoutes: readonly Route[] = [
  get('feature_flags/', 'feature_flag:read', listFlags, toolbar),
  get('feature_flags/:flag/', 'feature_flag:read', retrieveFlag, toolbar),
  patch('feature_flags/:flag/', 'feature_flag:write', updateFlag, toolbar),

  get('experiment_saved_metrics/', metricRead, listSavedMetrics),
  post('experiment_saved_metrics/', metricWrite, createSavedMetric),
  get('experiment_saved_metrics/:metric/', metricRead, retrieveSavedMetric),
  patch('experiment_saved_metrics/:metric/', metricWrite, updateSavedMetric),
  remove('experiment_saved_metrics/:metric/', metricWrite, deleteSavedMetric),

  get('experiment_holdouts/', read, listHoldouts),
  post('experiment_holdouts/', write, createHoldout),
  get('experiment_holdouts/:holdout/', read, retrieveHoldout),
  patch('experiment_holdouts/:holdout/', write, updateHoldout),
  remove('experiment_holdouts/:holdout/', write, deleteHoldout),

  get('event_definitions/', 'event_definition:read', listEventDefinitions),
  get('activity_log/', 'activity_log:read', listActivityLog),
  get('cohorts/:cohort/', 'cohort:read', retrieveCohort),
];
