import { dayIn } from '../../shared/calendarDay';
import type { SeriesEvent, SeriesEventKind } from '../../shared/panelSeries';
import { nameInText } from '../../shared/nameInText';
import type { Activity, ActivityChange } from '../model/activity';
import type { Experiment } from '../model/experiment';

/**
 * What happened to the experiment since its launch, oldest first: its dates, and what its activity tells. PostHog tells
 * the switching of a flag with the flag, not here, so a pause shows only where the server names it.
 */
export function seriesEvents(
  { startMs, endMs }: Experiment,
  activities: readonly Activity[],
  timeZone: string | undefined,
): readonly SeriesEvent[] {
  const event = (timeMs: number, kind: SeriesEventKind, text: string): SeriesEvent => ({
    day: dayIn(timeZone, timeMs),
    timeMs,
    kind,
    text,
  });
  const told = activities.flatMap((activity) => {
    const { timeMs, person } = activity;
    if (timeMs === undefined || startMs === undefined || timeMs < startMs) return [];
    const by = person === undefined ? '' : ` by ${nameInText(person)}`;
    return kindsOf(activity).map((kind) => event(timeMs, kind, `${words[kind]}${by}`));
  });
  return [
    ...(startMs === undefined ? [] : [event(startMs, 'launch', words.launch)]),
    ...told,
    ...(endMs === undefined ? [] : [event(endMs, 'end', words.end)]),
  ].toSorted((a, b) => a.timeMs - b.timeMs);
}

/** Whether an edit took days away: PostHog keeps daily results by a fingerprint of metric and counting rules. */
export function hasRestarted(events: readonly SeriesEvent[]): boolean {
  return events.some(({ kind }) => kind === 'metrics' || kind === 'rules');
}

const words: Readonly<Record<SeriesEventKind, string>> = {
  launch: 'Launched',
  end: 'Ended',
  pause: 'Paused',
  resume: 'Resumed',
  split: 'Distribution changed',
  metrics: 'Metrics edited',
  rules: 'Counting rules edited',
  ship: 'Variant shipped',
};

const verbs = new Map<string, SeriesEventKind>([
  ['paused', 'pause'],
  ['resumed', 'resume'],
  ['variant_shipped', 'ship'],
]);

const fields = new Map<string, SeriesEventKind>([
  ['metrics', 'metrics'],
  ['metrics_secondary', 'metrics'],
  ['saved_metrics', 'metrics'],
  ['saved_metrics_ids', 'metrics'],
  ['exposure_criteria', 'rules'],
  ['stats_config', 'rules'],
  ['only_count_matured_users', 'rules'],
  ['holdout', 'rules'],
  ['holdout_id', 'rules'],
  ['feature_flag_variants', 'split'],
]);

function kindsOf({ verb, changes }: Activity): readonly SeriesEventKind[] {
  const kinds = [verbs.get(verb), ...changes.map(kindOf)].filter((kind) => kind !== undefined);
  return [...new Set(kinds)];
}

function kindOf(change: ActivityChange): SeriesEventKind | undefined {
  const { field = '' } = change;
  // The plan stands beside the variants.
  if (field === 'parameters') return splitOf(change.before) === splitOf(change.after) ? undefined : 'split';
  return fields.get(field);
}

function splitOf(parameters: unknown): string | undefined {
  if (typeof parameters !== 'object' || parameters === null) return undefined;
  return JSON.stringify(Reflect.get(parameters, 'feature_flag_variants'));
}
