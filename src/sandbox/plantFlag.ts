import type { Story } from './catalog/story';
import { type FlagPeriod, periodOf } from './flagHistory';
import { everyone, type FlagRow, newFlag, type VariantRow } from './flagRow';
import { people } from './people';
import type { Project } from './project';
import type { StoryTimes } from './storyTimes';
import { minuteMs } from './time';

/** The flag of a story as it is today, with the memory of what it was. */
export function plantFlag(project: Project, story: Story, times: StoryTimes): FlagRow {
  const { flag: special = {} } = story;
  const launched = times.startMs !== null || special.live === true;
  const frozen = story.frozenDaysAgo !== undefined;
  const groups = special.groups ?? [everyone];
  const variants = (story.variants ?? evenVariants).map(([key, percent, name = '']): VariantRow => ({
    key,
    name,
    rollout_percentage: percent,
  }));
  const flag: FlagRow = {
    ...newFlag({
      id: project.nextId++,
      team_id: project.id,
      name: special.name ?? `Feature Flag for Experiment ${story.name}`,
      key: story.flagKey,
      created_by: people[story.author ?? 0],
      created_at: times.createdMs,
    }),
    active: launched && story.flagOff !== true && story.pausedDaysAgo === undefined,
    variants: special.shipped === undefined ? variants : shipped(variants, special.shipped),
    groups: frozen ? groups.map((group) => ({ ...group, exposure_frozen: true })) : groups,
    payloads: special.payloads ?? {},
    aggregation_group_type_index: story.byCompany ? 0 : null,
    evaluation_runtime: special.runtime ?? 'all',
    tags: special.tags ?? [],
  };
  if (flag.active && story.perDay !== undefined) flag.last_called_at = times.nowMs - minuteMs;
  flag.history.push(...historyOf({ ...flag, variants }, flag, times));
  project.flags.set(flag.key, flag);
  return flag;
}

const evenVariants = [
  ['control', 50],
  ['test', 50],
] as const;

function shipped(variants: readonly VariantRow[], key: string): VariantRow[] {
  return variants.map((variant) => ({ ...variant, rollout_percentage: variant.key === key ? 100 : 0 }));
}

/** Opened by the launch, and then what it is today. */
function historyOf(launched: FlagRow, today: FlagRow, times: StoryTimes): FlagPeriod[] {
  const { createdMs, startMs, endMs, closedMs } = times;
  if (startMs === null) return [periodOf(today, createdMs)];
  const changedMs = closedMs ?? endMs;
  const first = { ...periodOf(launched, startMs), open: launched.variants.length > 0 };
  return changedMs === null ? [first] : [first, periodOf(today, changedMs)];
}
