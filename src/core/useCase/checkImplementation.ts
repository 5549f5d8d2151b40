import { PostHogError } from '../api/errors';
import { allMetrics } from '../experiment/allMetrics';
import { metricEvents, type MetricEvents } from '../experiment/metricEvents';
import type { ExperimentDetail } from '../model/experiment';
import type { ImplementationCheck } from '../model/implementationCheck';
import type { Session } from '../session';

/**
 * Whether events that the experiment's metrics count carry feature flags, as far as a small sample of the last 7 days
 * tells: without them PostHog may not know who saw which variant. @throws PostHogError
 */
export async function checkImplementation(
  session: Session,
  experiment: ExperimentDetail,
): Promise<ImplementationCheck> {
  const uses = eventsOf(experiment);
  if (uses.events.length === 0 && uses.actionIds.length === 0) return { kind: 'noEvents' };
  const { client, projectId, signal } = session;
  try {
    const isProblem = await client.experiments.requiresFlagImplementation(projectId, uses, signal);
    return { kind: isProblem ? 'noFlagsSeen' : 'flagsSeen', ...uses };
  } catch (error) {
    if (error instanceof PostHogError && error.kind === 'notFound') return { kind: 'retired' };
    throw error;
  }
}

function eventsOf(experiment: ExperimentDetail): MetricEvents {
  const all = allMetrics(experiment).map(metricEvents);
  return {
    events: [...new Set(all.flatMap(({ events }) => events))],
    actionIds: [...new Set(all.flatMap(({ actionIds }) => actionIds))],
  };
}
