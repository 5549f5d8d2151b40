import type { FileFacts } from '../facts';
import type { CodeReference, IndexReport } from './indexMessages';
import type { Results } from './results';
import type { Slices } from './slices';

type Files<T> = readonly (readonly [path: string, value: T])[];

/** So many files are told at once: who takes them in is not to be blocked. */
const filesAtOnce = 100;

/** Tells what changed since it told last, piece by piece. */
export class ReferenceReporter {
  readonly #told = new Map<string, readonly CodeReference[]>();
  readonly #toldFacts = new Map<string, FileFacts>();

  constructor(
    private readonly slices: Slices,
    /** Resolves when the report was taken in. */
    private readonly deliver: (report: IndexReport) => Promise<void>,
  ) {}

  /** References of all files that have some, as they were told. */
  get told(): ReadonlyMap<string, readonly CodeReference[]> {
    return this.#told;
  }

  /** @param isWanted whether it is still of use: a newer change makes all of this be done again */
  async tellReferences(results: Results, isWanted: () => boolean): Promise<void> {
    const changed: (readonly [string, readonly CodeReference[]])[] = [];
    const known = new Set<string>();
    for (const path of results.paths) {
      if (this.slices.isOver) {
        await this.slices.next();
        if (!isWanted()) return;
      }
      known.add(path);
      const references = results.referencesIn(path);
      if (!areSame(references, this.#told.get(path) ?? [])) changed.push([path, references]);
    }
    for (const path of this.#told.keys()) if (!known.has(path)) changed.push([path, []]);
    for (const files of pieces(changed)) {
      await this.deliver({ kind: 'references', files });
      for (const [path, references] of files) {
        if (references.length > 0) this.#told.set(path, references);
        else this.#told.delete(path);
      }
    }
  }

  async tellContext(results: Results): Promise<void> {
    const files = results.contextFiles();
    const changed: (readonly [string, FileFacts | undefined])[] = [];
    for (const [path, facts] of files) {
      if (!isSameFacts(facts, this.#toldFacts.get(path))) changed.push([path, facts]);
    }
    for (const path of this.#toldFacts.keys()) if (!files.has(path)) changed.push([path, undefined]);
    for (const piece of pieces(changed)) {
      await this.deliver({ kind: 'contextFiles', files: piece });
      for (const [path, facts] of piece) {
        if (facts) this.#toldFacts.set(path, facts);
        else this.#toldFacts.delete(path);
      }
    }
  }
}

function areSame(some: readonly CodeReference[], others: readonly CodeReference[]): boolean {
  if (some === others) return true;
  return some.length === others.length && some.every((each, at) => isSame(each, others[at]));
}

function isSame(one: CodeReference, other: CodeReference | undefined): boolean {
  return (
    one.key === other?.key &&
    one.kind === other?.kind &&
    one.line === other.line &&
    one.column === other.column &&
    one.endLine === other.endLine &&
    one.endColumn === other.endColumn &&
    one.call === other.call
  );
}

/** Made anew for each telling, but of the same parts when the file did not change. */
function isSameFacts(facts: FileFacts, told: FileFacts | undefined): boolean {
  return (
    told !== undefined &&
    facts.bindings === told.bindings &&
    facts.calls === told.calls &&
    facts.functions === told.functions &&
    facts.used?.join() === told.used?.join() &&
    facts.learned?.join() === told.learned?.join()
  );
}

function* pieces<T>(files: Files<T>): Generator<Files<T>> {
  for (let at = 0; at < files.length; at += filesAtOnce) yield files.slice(at, at + filesAtOnce);
}
