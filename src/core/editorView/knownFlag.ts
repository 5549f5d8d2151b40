import type { KnownExperiment } from '../experiment/concern';
import { experimentsByFlagKey } from '../experiment/forFlag';
import type { Experiment } from '../model/experiment';
import type { FeatureFlag, Variant } from '../model/featureFlag';
import { findKnown } from '../store/findKnown';
import { knownExperiments } from '../store/knownExperiments';
import { lastLoaded, type Loaded } from '../store/resource';
import type { ExperimentList, FlagKeys, State } from '../store/store';

/** All that is known of a flag that code names. */
export interface KnownFlag {
  readonly key: string;
  /** On this flag, in the order to show them: running, paused, draft, then the newest that ended. */
  readonly experiments: readonly Experiment[];
  /** The first of them with what was read of it; undefined when no experiment is on the flag. */
  readonly shown: KnownExperiment | undefined;
  /** As the shown experiment carries it. */
  readonly flag: FeatureFlag | undefined;
  /** Of the shown experiment. */
  readonly variants: readonly Variant[];
  /** Whether the project has such a flag; `unknown` unless the account may list all of them. */
  readonly exists: 'yes' | 'no' | 'unknown';
  /** The name of the experiment that was deleted from here, when no other is on the flag. */
  readonly deletedName?: string | undefined;
  /** When the list was read that this is from; undefined before it was. */
  readonly listedMs: number | undefined;
}

type ByKey = ReturnType<typeof experimentsByFlagKey>;

/** Finds flags by their keys. What is looked up is sorted once for each list of experiments and of keys. */
export class FlagLookup {
  #experiments: readonly Experiment[] | undefined;
  #byKey: ByKey = new Map();
  #listed: FlagKeys | undefined;
  #keys: ReadonlySet<string> = new Set();

  find(state: State, key: string): KnownFlag {
    this.#read(state);
    const list: Loaded<ExperimentList> | undefined = lastLoaded(state.list);
    const experiments = this.#byKey.get(key) ?? [];
    const [first] = experiments;
    const isListed = experiments.length > 0 || this.#keys.has(key);
    return {
      key,
      experiments,
      shown: first && findKnown(state, first),
      flag: first?.flag,
      variants: first?.variants ?? [],
      exists: isListed ? 'yes' : this.#listed?.unreadable === 0 && list ? 'no' : 'unknown',
      deletedName: first ? undefined : state.deletedByFlag.get(key),
      listedMs: list?.loadedMs,
    };
  }

  #read(state: State): void {
    const experiments = knownExperiments(state);
    if (experiments !== this.#experiments) {
      this.#experiments = experiments;
      this.#byKey = experimentsByFlagKey(experiments);
    }
    const listed = lastLoaded(state.flagKeys)?.value;
    if (listed === this.#listed) return;
    this.#listed = listed;
    this.#keys = new Set(listed?.keys);
  }
}
