import { randomUUID } from 'node:crypto';
import { ok, type Client } from './client';
import type { ExperimentDetail, Metric } from './wire';

type Body = Readonly<Record<string, unknown>>;

let made = 0;

/** A name and a flag key nobody used before, and what the test wants besides. */
export function experimentBody(
  more: Body = {},
): Body & { readonly name: string; readonly feature_flag_key: string } {
  made += 1;
  return {
    name: `Contract ${made}`,
    feature_flag_key: `contract-${made}`,
    // Only servers that know the key look at it.
    allow_unknown_events: true,
    ...more,
  };
}

export function createExperiment(client: Client, more: Body = {}): Promise<ExperimentDetail> {
  return ok(client.post<ExperimentDetail>('experiments/', experimentBody(more)), 201);
}

/** One that has been running for ten days. */
export function createRunning(client: Client, more: Body = {}): Promise<ExperimentDetail> {
  return createExperiment(client, { start_date: daysAgo(10), ...more });
}

export function retrieve(client: Client, id: number): Promise<ExperimentDetail> {
  return ok(client.get<ExperimentDetail>(`experiments/${id}/`));
}

export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

export function meanMetric(event = 'signup', more: Partial<Metric> = {}): Metric {
  return {
    kind: 'ExperimentMetric',
    metric_type: 'mean',
    uuid: randomUUID(),
    name: `Mean of ${event}`,
    source: { kind: 'EventsNode', event },
    ...more,
  };
}

export function variants(...shares: readonly (readonly [key: string, share: number])[]) {
  return shares.map(([key, rollout_percentage]) => ({ key, rollout_percentage }));
}
