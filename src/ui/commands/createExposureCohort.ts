import { env, Uri, window } from 'vscode';
import { cohortQuestion } from '../../core/experiment/cohortQuestion';
import { inertText } from '../../core/experiment/inertText';
import { cohortObstacle } from '../../core/experiment/lifecycle';
import { cohortUrl } from '../../core/experiment/webLinks';
import type { Session } from '../../core/session';
import { createExposureCohort as create } from '../../core/useCase/createExposureCohort';
import type { CommandContext, CommandHandler } from './commandContext';
import { offer } from './offer';
import { openSession } from './openSession';
import { pickToChange } from './pickExperiment';
import { withProgress } from './withProgress';

/**
 * Makes a cohort of everybody the experiment exposed, or leads to the one there is. Resolves to `{ id, cohortId }`, to
 * undefined when it was cancelled, or to `{ refused }`.
 */
export const createExposureCohort: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  const experiment =
    session && (await pickToChange(session, argument, 'Create Exposure Cohort', cohortObstacle));
  if (!experiment) return undefined;
  const { id, exposureCohortId: existing } = experiment;
  if (existing !== undefined) {
    tell(context, session, `“${inertText(experiment.name)}” has an exposure cohort already.`, existing);
    return { id, cohortId: existing };
  }
  if (!(await context.confirm(cohortQuestion(experiment, session.store.state.projectName)))) return undefined;
  const cohort = await withProgress('Creating the cohort…', () => create(session, id));
  context.logger.info(`Made cohort ${cohort.id} of experiment ${id}`);
  const made =
    cohort.name === undefined ? 'Made the cohort.' : `Made the cohort “${inertText(cohort.name)}”.`;
  tell(context, session, `${made} PostHog is looking for its members.`, cohort.id);
  return { id, cohortId: cohort.id };
};

/** Sample data has no page to open. */
function tell(context: CommandContext, session: Session, sentence: string, cohortId: number): void {
  const url = cohortUrl(session, cohortId);
  const open = 'Open in PostHog';
  const answer = window.showInformationMessage(sentence, ...(url === undefined ? [] : [open]));
  if (url !== undefined) offer(context, answer, open, () => env.openExternal(Uri.parse(url, true)));
}
