import { invalid } from '../errors';
import { isObject, textIn } from '../json';
import { rebuildStatus } from '../nights';
import { rebuildKey, type RebuildRow } from '../measureRow';
import { experimentOf } from '../access';
import { type Answer, created, ok, type ProjectCall } from '../route';
import { isoOffset } from '../time';

/**
 * `POST experiments/:id/recalculate_timeseries/`. What was computed of the series is gone at once, and comes back day
 * by day. Only the status tells a new request (201) from one that is still being worked on (200). The fingerprint is
 * not checked against the metric.
 */
export function recalculateTimeseries(call: ProjectCall): Answer {
  const { body, world } = call;
  const row = experimentOf(call);
  const metric = body['metric'];
  const fingerprint = textIn(body, 'fingerprint');
  if (!isObject(metric) || Object.keys(metric).length === 0) throw invalid('metric is required');
  if (!fingerprint) throw invalid('fingerprint is required');
  if (row.start_date === null) {
    throw invalid("Cannot recalculate timeseries for experiment that hasn't started");
  }
  const nowMs = world.now();
  const metricUuid = textIn(metric, 'uuid') ?? null;
  const key = rebuildKey(metricUuid ?? '', fingerprint);
  const active = row.rebuilds.get(key);
  if (active && rebuildStatus(active, nowMs)) return ok(shown(row.id, active, nowMs));
  const rebuild = { id: world.newUuid(), metricUuid, fingerprint, createdMs: nowMs };
  row.rebuilds.set(key, rebuild);
  return created(shown(row.id, rebuild, nowMs));
}

function shown(experimentId: number, rebuild: RebuildRow, nowMs: number) {
  return {
    id: rebuild.id,
    experiment_id: experimentId,
    metric_uuid: rebuild.metricUuid,
    fingerprint: rebuild.fingerprint,
    status: rebuildStatus(rebuild, nowMs),
    created_at: isoOffset(rebuild.createdMs),
  };
}
