import type { Question } from '../dialog/question';
import type { Metric } from '../model/metric';
import { inertText } from './inertText';

/** What a person agrees to before the daily results of a metric are computed anew. */
export function recalculateQuestion({ name }: Metric, projectName: string): Question {
  return {
    message: `Recalculate the daily results of “${inertText(name)}”?`,
    detail:
      `PostHog deletes the stored days of this metric at once, for everyone in ${inertText(projectName)}, and computes ` +
      'them anew from the start of the experiment. Until that is done, which takes minutes and for large projects ' +
      'hours, the chart has gaps. The experiment itself does not change.',
    action: 'Recalculate',
    isGrave: true,
  };
}
