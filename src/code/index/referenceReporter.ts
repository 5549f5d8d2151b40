import type { FileFacts } from '../facts';
import type { Reference } from '../reference';
import type { IndexedFiles } from './indexedFiles';
import type { CodeReference, IndexReport } from './indexMessages';
import { placeOf } from './lineStarts';
import type { Slices } from './slices';

type Files<T> = readonly (readonly [path: string, value: T])[];

/** So many files are told at once: who takes them in is not to be blocked. */
const filesAtOnce = 100;

/** Tells what changed since it told last, piece by piece. */
export class ReferenceReporter {
  readonly #told = new Map<string, readonly CodeReference[]>();
  readonly #toldFacts = new Map<string, FileFacts>();

  constructor(
    private readonly files: IndexedFiles,
    private readonly slices: Slices,
    /** Resolves when the report was taken in. */
    private readonly deliver: (report: IndexReport) => Promise<void>,
  ) {}

  /** @param isWanted whether it is still of use: a newer change makes all of this be done again */
  async tellReferences(isWanted: () => boolean): Promise<void> {
    const { projects } = this.files;
    const changed: (readonly [string, readonly CodeReference[]])[] = [];
    for (const path of projects.files.keys()) {
      if (this.slices.isOver) {
        await this.slices.next();
        if (!isWanted()) return;
      }
      const references = this.#placed(path, projects.projectOf(path).referencesIn(path));
      if (!areSame(references, this.#told.get(path) ?? [])) changed.push([path, references]);
    }
    for (const path of this.#told.keys()) if (!projects.files.has(path)) changed.push([path, []]);
    for (const files of pieces(changed)) {
      await this.deliver({ kind: 'references', files });
      for (const [path, references] of files) {
        if (references.length > 0) this.#told.set(path, references);
        else this.#told.delete(path);
      }
    }
  }

  async tellContext(): Promise<void> {
    const files = this.files.projects.contextFiles();
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

  #placed(path: string, references: readonly Reference[]): readonly CodeReference[] {
    const lineStarts = this.files.lineStartsOf(path);
    if (!lineStarts || references.length === 0) return none;
    return references.map(({ key, kind, start, end, call }) => {
      const from = placeOf(lineStarts, start);
      const to = placeOf(lineStarts, end);
      return { key, kind, call, ...from, endLine: to.line, endColumn: to.column };
    });
  }
}

const none: readonly CodeReference[] = [];

function areSame(some: readonly CodeReference[], others: readonly CodeReference[]): boolean {
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
    facts.used?.join() === told.used?.join()
  );
}

function* pieces<T>(files: Files<T>): Generator<Files<T>> {
  for (let at = 0; at < files.length; at += filesAtOnce) yield files.slice(at, at + filesAtOnce);
}
