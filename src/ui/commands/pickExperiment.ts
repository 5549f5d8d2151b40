import { type QuickPickItem, window } from 'vscode';
import { inertText } from '../../core/experiment/inertText';
import { groupExperiments } from '../../core/experiment/grouping';
import { statusWithAge } from '../../core/experiment/wording';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { lastLoaded } from '../../core/store/resource';
import { loadExperiment } from '../../core/useCase/loadExperiment';
import { refreshExperiments } from '../../core/useCase/refreshExperiments';

/**
 * The experiment a command is about: the one of its argument (a tree node or `{ id }`), else one the user picks.
 * @param obstacle why the command cannot be used on an experiment; those are not offered
 * @throws PostHogError when the experiment of the argument cannot be read
 */
export async function pickExperiment(
  session: Session,
  argument: unknown,
  title: string,
  obstacle: (experiment: Experiment) => string | undefined = () => undefined,
): Promise<Experiment | undefined> {
  const id = experimentIdOf(argument);
  if (id !== undefined) return findExperiment(session, id);
  if (lastLoaded(session.store.state.list) === undefined) await refreshExperiments(session, session.signal);
  const { list } = session.store.state;
  const loaded = lastLoaded(list);
  if (!loaded && list.state === 'failed') throw list.error;
  const items = itemsOf((loaded?.value.experiments ?? []).filter((experiment) => !obstacle(experiment)));
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

/** The id in what a command was called with. */
export function experimentIdOf(argument: unknown): number | undefined {
  if (typeof argument !== 'object' || argument === null || !('id' in argument)) return undefined;
  return typeof argument.id === 'number' && Number.isInteger(argument.id) ? argument.id : undefined;
}

async function findExperiment(session: Session, id: number): Promise<Experiment> {
  const row = lastLoaded(session.store.state.list)?.value.experiments.find(
    (experiment) => experiment.id === id,
  );
  if (row) return row;
  await loadExperiment(session, id, session.signal);
  const detail = session.store.state.details.get(id);
  if (detail?.state === 'ready') return detail.value;
  throw detail?.state === 'failed' ? detail.error : new Error(`Experiment ${id} could not be read.`);
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
