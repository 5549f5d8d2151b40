import type { ExperimentInput } from './experimentInput';
import { textIn } from './json';
import { readMetrics } from './metricInput';
import { settledOrdering, uuidsOnSide } from './ordering';
import { type ExperimentRow, sharedMetrics } from './project';
import type { ProjectCall } from './route';
import { readSavedMetrics } from './validation';

/** Metric lists, links to shared ones and orderings as a body leaves them. Lists replace those there were. */
export function metricChanges(
  row: ExperimentRow,
  input: ExperimentInput,
  { world, project }: ProjectCall,
): Partial<ExperimentRow> {
  const { metrics, metrics_secondary: secondary, saved_metrics_ids: sentLinks } = input;
  const saved =
    sentLinks === undefined ? row.saved : readSavedMetrics(sentLinks, row.saved, project, world.now());
  const kept = [
    ...(metrics === undefined ? row.metrics : []),
    ...(secondary === undefined ? row.metrics_secondary : []),
    ...sharedMetrics(project, saved),
  ];
  const context = {
    world,
    project,
    allowUnknownEvents: input.allow_unknown_events ?? false,
    takenUuids: new Set(kept.flatMap((metric) => textIn(metric, 'uuid') ?? [])),
  };
  const after = {
    saved,
    metrics: metrics === undefined ? row.metrics : readMetrics(metrics, 'metrics', context),
    metrics_secondary:
      secondary === undefined ? row.metrics_secondary : readMetrics(secondary, 'metrics_secondary', context),
  };
  const ordering = (side: 'primary' | 'secondary') => {
    const list = side === 'primary' ? 'metrics' : 'metrics_secondary';
    return settledOrdering(
      {
        side,
        before: uuidsOnSide(side, row[list], row.saved, project),
        after: uuidsOnSide(side, after[list], saved, project),
        sent: input[`${side}_metrics_ordered_uuids`],
        current: row[`${side}_metrics_ordered_uuids`],
      },
      project.era,
    );
  };
  return {
    ...(sentLinks === undefined ? {} : { saved }),
    ...(metrics === undefined ? {} : { metrics: after.metrics }),
    ...(secondary === undefined ? {} : { metrics_secondary: after.metrics_secondary }),
    ...(touchesMetrics(input)
      ? {
          primary_metrics_ordered_uuids: ordering('primary'),
          secondary_metrics_ordered_uuids: ordering('secondary'),
        }
      : {}),
  };
}

function touchesMetrics(input: ExperimentInput): boolean {
  return (
    'metrics' in input ||
    'metrics_secondary' in input ||
    'saved_metrics_ids' in input ||
    'primary_metrics_ordered_uuids' in input ||
    'secondary_metrics_ordered_uuids' in input
  );
}
