import type { SeriesHistory, SeriesProgress } from '../../shared/panelSeries';
import type { Timeseries, TimeseriesDay } from '../model/timeseries';
import { staleAfterMs } from './earlyRead';

/** Around midnight the first day may lie in no row of PostHog's. */
const gapWorthWords = 2;

/**
 * Why days are missing from the beginning. The series must be that of the fingerprint the experiment has now, which
 * the one who read it sees to: PostHog answers an outdated one with no days at all.
 */
export function seriesHistory(
  { days, recalculation }: Timeseries,
  { isRestarted, ageMs }: { readonly isRestarted: boolean; readonly ageMs: number },
): SeriesHistory {
  // They come back as it goes.
  if (recalculation !== undefined) return 'whole';
  const first = days.findIndex(isComputed);
  if (first >= 0 && first < gapWorthWords) return 'whole';
  if (isRestarted) return 'restarted';
  return first < 0 && ageMs < staleAfterMs ? 'notYet' : 'unexplained';
}

/** How far a recalculation is. Days are those of the whole series. */
export function seriesProgress({ days }: Timeseries): SeriesProgress {
  return { computedDays: days.filter(isComputed).length, days: days.length };
}

/** Whether PostHog is done with the day, well or ill. */
function isComputed({ result, isLegacy, error }: TimeseriesDay): boolean {
  return result !== undefined || isLegacy || error !== undefined;
}
