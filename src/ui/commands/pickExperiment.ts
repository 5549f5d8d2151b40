import { type QuickPickItem, window } from 'vscode';
import { inertText } from '../../core/experiment/inertText';
import { groupExperiments } from '../../core/experiment/grouping';
import { statusWithAge } from '../../core/experiment/wording';
import type { Experiment, ExperimentDetail } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { findRow } from '../../core/store/knownExperiments';
import { readExperiment } from '../../core/useCase/readExperiment';
import { requireExperiments } from '../../core/useCase/requireExperiments';
import { argumentFields } from './argumentFields';
import { Refusal } from './refusal';
import { withProgress } from './withProgress';

/** Why a command cannot be used on an experiment; undefined when it can. */
export type Obstacle = (experiment: Experiment) => string | undefined;

const none: Obstacle = () => undefined;

/**
 * The experiment a command is about: the one of its argument (a tree node or `{ id }`), else one the user picks.
 * @param obstacle experiments that have one are not offered
 * @throws PostHogError when the experiment of the argument cannot be read
 */
export async function pickExperiment(
  session: Session,
  argument: unknown,
  title: string,
  obstacle = none,
): Promise<Experiment | undefined> {
  const id = experimentIdOf(argument);
  if (id !== undefined) return findExperiment(session, id);
  const experiments = await requireExperiments(session);
  const items = itemsOf(experiments.filter((experiment) => !obstacle(experiment)));
  if (items.length === 0) {
    void window.showInformationMessage(`${title}: there is no experiment to do this with.`);
    return undefined;
  }
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: 'Which experiment?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.experiment;
}

/**
 * The same for a command that changes something: as PostHog knows the experiment now. What is on screen may be old.
 * @throws Refusal when something is in the way
 */
export async function pickToChange(
  session: Session,
  argument: unknown,
  title: string,
  obstacle = none,
): Promise<ExperimentDetail | undefined> {
  const id = experimentIdOf(argument) ?? (await pickExperiment(session, undefined, title, obstacle))?.id;
  if (id === undefined) return undefined;
  const experiment = await withProgress('Reading the experiment…', () => readExperiment(session, id));
  const reason = obstacle(experiment);
  if (reason === undefined) return experiment;
  throw new Refusal(`“${inertText(experiment.name)}”: ${reason}`);
}

/** The id in what a command was called with. */
export function experimentIdOf(argument: unknown): number | undefined {
  const { id } = argumentFields(argument);
  return typeof id === 'number' && Number.isInteger(id) ? id : undefined;
}

async function findExperiment(session: Session, id: number): Promise<Experiment> {
  return findRow(session.store.state, id) ?? readExperiment(session, id);
}

function itemsOf(experiments: readonly Experiment[]): (QuickPickItem & { experiment: Experiment })[] {
  return groupExperiments(experiments).flatMap((group) =>
    group.experiments.map((experiment) => ({
      label: inertText(experiment.name),
      description: experiment.flagKey,
      detail: statusWithAge(experiment, Date.now()),
      experiment,
    })),
  );
}
