import { window } from 'vscode';
import { metricsInRole } from '../../core/experiment/allMetrics';
import { inertText } from '../../core/experiment/inertText';
import { seriesObstacle } from '../../core/experiment/seriesObstacle';
import type { ExperimentDetail } from '../../core/model/experiment';
import type { Metric } from '../../core/model/metric';
import { argumentFields } from './argumentFields';
import { Refusal } from './refusal';

/** A metric that has daily results. */
export type SeriesMetric = Metric & { readonly uuid: string };

/**
 * A metric with daily results: the wanted one, the only one, or one the user picks.
 * @throws Refusal when the wanted one is gone or has none, or no metric has any
 */
export async function pickSeriesMetric(
  experiment: ExperimentDetail,
  wantedUuid: string | undefined,
): Promise<SeriesMetric | undefined> {
  const metrics = metricsInRole(experiment);
  const name = inertText(experiment.name);
  if (wantedUuid !== undefined) {
    const wanted = metrics.find(({ metric }) => metric.uuid === wantedUuid)?.metric;
    if (!wanted) throw new Refusal(`“${name}” no longer has this metric.`);
    if (!hasSeries(wanted)) throw new Refusal(`“${inertText(wanted.name)}”: ${seriesObstacle(wanted)}`);
    return wanted;
  }
  const rows = metrics.flatMap(({ metric, role }) =>
    hasSeries(metric)
      ? [{ label: inertText(metric.name), description: `${role} ${metric.type}`, metric }]
      : [],
  );
  const [only] = rows;
  if (!only) throw new Refusal(`No metric of “${name}” has daily results.`);
  if (rows.length === 1) return only.metric;
  const picked = await window.showQuickPick(rows, { title: name, placeHolder: 'Which metric?' });
  return picked?.metric;
}

export function metricUuidOf(argument: unknown): string | undefined {
  const { metricUuid } = argumentFields(argument);
  return typeof metricUuid === 'string' ? metricUuid : undefined;
}

function hasSeries(metric: Metric): metric is SeriesMetric {
  return seriesObstacle(metric) === undefined && metric.uuid !== undefined;
}
