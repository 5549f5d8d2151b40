import type { Story } from './catalog/story';
import { Random } from './random';
import { dayMs, hourMs, minuteMs, startOfDayMs } from './time';

/** When what is told of happened, in milliseconds since the epoch. */
export interface StoryTimes {
  readonly nowMs: number;
  readonly createdMs: number;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Since when the flag lets nobody new in, or everybody into one variant. */
  readonly closedMs: number | null;
  readonly updatedMs: number;
}

/** Days count back from today. Experiments start in the morning and end in the afternoon. */
export function timesOf(story: Story, nowMs: number): StoryTimes {
  const todayMs = startOfDayMs(nowMs);
  const daysAgo = (days: number | undefined) => (days === undefined ? null : todayMs - days * dayMs);
  const startMidnightMs = daysAgo(story.startedDaysAgo);
  const startMs =
    story.startedHoursAgo === undefined
      ? startMidnightMs && startMidnightMs + 9.5 * hourMs
      : nowMs - story.startedHoursAgo * hourMs;
  const endMidnightMs = daysAgo(story.endedDaysAgo);
  const endMs = endMidnightMs && endMidnightMs + 16 * hourMs;
  // Spread over a morning by the name, so that the order of a list does not hang on ties.
  const createdMs =
    startOfDayMs(startMs ?? todayMs) - dayMs + 8 * hourMs + new Random(story.slug).integer(180) * minuteMs;
  const changedMs = Math.min(endMs ?? Infinity, nowMs);
  return {
    nowMs,
    createdMs,
    startMs,
    endMs,
    closedMs: daysAgo(story.pausedDaysAgo ?? story.frozenDaysAgo ?? story.flag?.shippedDaysAgo),
    updatedMs: 1000 + (endMs === null ? (daysAgo(story.pausedDaysAgo) ?? startMs ?? createdMs) : changedMs),
  };
}
