import type { LooseFlag } from './catalog/looseFlag';
import { periodOf } from './flagHistory';
import { type FlagRow, newFlag } from './flagRow';
import { people } from './people';
import type { Project } from './project';
import { dayMs, hourMs, startOfDayMs } from './time';

/** Adds a flag that no experiment uses. */
export function plantLooseFlag(project: Project, loose: LooseFlag, nowMs: number): void {
  const { key, name, author = 0, createdDaysAgo, variants = [], calledDaysAgo, fields } = loose;
  const createdMs = startOfDayMs(nowMs) - createdDaysAgo * dayMs + 9 * hourMs;
  const flag: FlagRow = {
    ...newFlag({
      id: project.nextId++,
      team_id: project.id,
      name,
      key,
      created_by: people[author],
      created_at: createdMs,
    }),
    active: true,
    variants: variants.map(([variant, percent, label = '']) => ({
      key: variant,
      name: label,
      rollout_percentage: percent,
    })),
    last_called_at: calledDaysAgo === undefined ? null : nowMs - calledDaysAgo * dayMs - hourMs,
    ...fields,
  };
  flag.history.push(periodOf(flag, createdMs));
  project.flags.set(key, flag);
}
