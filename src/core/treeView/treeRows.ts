import { type ExperimentGroup, type GroupName, groupExperiments } from '../experiment/grouping';
import { findProblem } from '../experiment/health';
import type { Experiment } from '../model/experiment';
import { findKnown } from '../store/findKnown';
import { knownExperiments } from '../store/knownExperiments';
import { lastLoaded, type Resource } from '../store/resource';
import type { State } from '../store/store';
import { type ListMessage, listMessages } from './listMessages';

type Experiments = readonly Experiment[];

/**
 * The rows of the tree, and which of them to draw anew when the state changed: a verdict that arrives must not cost a
 * redraw of ten thousand rows.
 */
export class TreeRows {
  #state: Pick<State, 'details' | 'verdicts'> = { details: new Map(), verdicts: new Map() };
  #earlyResults: State['earlyResults'] | undefined;
  #experiments: Experiments = [];
  #byId: ReadonlyMap<number, Experiment> = new Map();
  #groupById: ReadonlyMap<number, GroupName> = new Map();
  #urgent: ReadonlySet<Experiment> = new Set();
  #groups: readonly ExperimentGroup[] = [];
  #messages: readonly ListMessage[] = [];
  #wasRead = false;

  get groups(): readonly ExperimentGroup[] {
    return this.#groups;
  }

  get messages(): readonly ListMessage[] {
    return this.#messages;
  }

  get experiments(): Experiments {
    return this.#experiments;
  }

  find(id: number): Experiment | undefined {
    return this.#byId.get(id);
  }

  groupOf(id: number): GroupName | undefined {
    return this.#groupById.get(id);
  }

  /** @returns the experiments to draw anew, or `all` when rows came, went or moved */
  update(state: State, nowMs: number): ReadonlySet<number> | 'all' {
    const before = this.#state;
    this.#state = state;
    const isUrgent = (experiment: Experiment) =>
      findProblem(findKnown(state, experiment), nowMs) !== undefined;
    this.#wasRead ||= state.list.state === 'ready';
    const messages = listMessages(state.list, this.#wasRead);
    const experiments = knownExperiments(state);
    const changed = new Set([
      ...changedKeys(before.details, state.details, () => true),
      ...changedKeys(before.verdicts, state.verdicts, saysOther),
    ]);
    const turned = [...changed].some((id) => {
      const experiment = this.#byId.get(id);
      return experiment !== undefined && this.#urgent.has(experiment) !== isUrgent(experiment);
    });
    const isOtherGuard = state.earlyResults !== this.#earlyResults;
    this.#earlyResults = state.earlyResults;
    let isMoved = isOtherGuard || messages.join() !== this.#messages.join();
    this.#messages = messages;
    if (experiments !== this.#experiments || turned) {
      for (const experiment of experiments) {
        if (this.#byId.get(experiment.id) !== experiment) changed.add(experiment.id);
      }
      isMoved = this.#regroup(experiments, isUrgent) || isMoved;
    }
    return isMoved ? 'all' : changed;
  }

  /** @returns whether any row is in another place than before */
  #regroup(experiments: Experiments, isUrgent: (experiment: Experiment) => boolean): boolean {
    const before = this.#groups;
    const urgent = new Set(experiments.filter(isUrgent));
    this.#experiments = experiments;
    this.#urgent = urgent;
    this.#groups = groupExperiments(experiments, (experiment) => urgent.has(experiment));
    this.#byId = new Map(experiments.map((experiment) => [experiment.id, experiment]));
    this.#groupById = new Map(
      this.#groups.flatMap((group) => group.experiments.map(({ id }) => [id, group.name] as const)),
    );
    return places(before) !== places(this.#groups);
  }
}

function places(groups: readonly ExperimentGroup[]): string {
  return groups
    .map(({ name, experiments }) => `${name} ${experiments.map(({ id }) => id).join()}`)
    .join('\n');
}

function changedKeys<T>(
  before: ReadonlyMap<number, T>,
  now: ReadonlyMap<number, T>,
  isNews: (before: T | undefined, now: T) => boolean,
): readonly number[] {
  if (before === now) return [];
  const changed = [...now].filter(
    ([key, value]) => before.get(key) !== value && isNews(before.get(key), value),
  );
  return changed.map(([key]) => key);
}

/** Reading again changes nothing on screen until it is done. */
function saysOther<T>(before: Resource<T> | undefined, now: Resource<T>): boolean {
  return (
    lastLoaded(before)?.value !== lastLoaded(now)?.value ||
    (before?.state === 'failed') !== (now.state === 'failed')
  );
}
