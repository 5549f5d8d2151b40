import { ProgressLocation, window } from 'vscode';
import { inertText } from '../../core/experiment/inertText';
import { recalculateObstacle } from '../../core/experiment/lifecycle';
import { recalculateQuestion } from '../../core/experiment/recalculateQuestion';
import { isAbort } from '../../core/isAbort';
import type { Metric } from '../../core/model/metric';
import type { Session } from '../../core/session';
import {
  followRecalculation,
  type MetricOf,
  startRecalculation,
} from '../../core/useCase/recalculateTimeseries';
import type { CommandContext, CommandHandler } from './commandContext';
import { offerToOpen } from './offer';
import { openSession } from './openSession';
import { pickToChange } from './pickExperiment';
import { metricUuidOf, pickSeriesMetric } from './pickSeriesMetric';
import { tellFailure } from './tellFailure';
import { withProgress } from './withProgress';

/**
 * Has PostHog compute the daily results of a metric anew, the one of `{ id, metricUuid }` or one the user picks. Resolves
 * when that has begun, to `{ id, metricUuid }`, to undefined when it was cancelled, or to `{ refused }`.
 */
export const recalculateTimeseries: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  const experiment =
    session && (await pickToChange(session, argument, 'Recalculate Daily Results', recalculateObstacle));
  const metric = experiment && (await pickSeriesMetric(experiment, metricUuidOf(argument)));
  if (!metric) return undefined;
  if (!(await context.confirm(recalculateQuestion(metric, session.store.state.projectName))))
    return undefined;
  const which = { experimentId: experiment.id, metricUuid: metric.uuid };
  const { isNew } = await withProgress('Asking for the recalculation…', () =>
    startRecalculation(session, which),
  );
  context.logger.info(`Recalculation of experiment ${experiment.id} ${isNew ? 'began' : 'goes on'}`);
  void follow(context, session, { metric, which, isNew });
  return { id: experiment.id, metricUuid: metric.uuid };
};

/** Shows how far it is until it is done or the user has seen enough; PostHog works on in any case. */
async function follow(
  context: CommandContext,
  session: Session,
  recalculation: { readonly metric: Metric; readonly which: MetricOf; readonly isNew: boolean },
): Promise<void> {
  const { metric, which, isNew } = recalculation;
  const name = inertText(metric.name);
  const title = isNew
    ? `PostHog recalculates “${name}”`
    : `PostHog was recalculating “${name}” already and goes on`;
  const leaving = new AbortController();
  try {
    await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (progress, token) => {
        token.onCancellationRequested(() => leaving.abort());
        return followRecalculation(
          session,
          which,
          ({ computedDays, days }) => progress.report({ message: `${computedDays} of ${days} days` }),
          leaving.signal,
        );
      },
    );
    offerToOpen(context, `The daily results of “${name}” are recalculated.`, which.experimentId);
  } catch (error) {
    if (!isAbort(error)) tellFailure(context, 'recalculateTimeseries', error);
    else if (leaving.signal.aborted)
      window.setStatusBarMessage(`PostHog goes on recalculating “${name}”.`, 5_000);
  }
}
