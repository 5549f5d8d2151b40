import type { Reference } from '../reference';
import { type EmitContext, emitCalls } from './emit';
import { definitionsIn } from './emitDefinitions';
import { emitUses } from './emitUses';
import type { SourceFile } from './file';
import { findHanding, type Handing, type HandingFile } from './handing';
import { emitLearned, emitSet, type FlagList, flagLists } from './learnedKeys';
import { namedForFlags } from './namedForFlags';
import { type FileReach, reachOf } from './reach';
import { type Evidence, findSdkForm } from './sdkCall';
import { touches, type Trace, usedKey } from './trace';
import { UsedNames } from './usedNames';

type Seen = ReadonlySet<string>;

/**
 * What a file of a project means beside the others, made in three steps, of which each can be done anew by itself: what
 * its calls are, what they read, and what else then counts as a key. Of each is noted what it saw of other files.
 */
export class FileLinks implements HandingFile {
  handing: Handing = { toSdk: [], toOthers: [] };
  /** Names of constants that its calls read, of whichever file. */
  used = new UsedNames();
  /** Lists that may hold keys. */
  readonly lists: readonly FlagList[];
  #calls: readonly Reference[] = [];
  #uses: readonly Reference[] = [];
  #learned: readonly Reference[] = [];
  #references: readonly Reference[] | undefined;
  #reach: FileReach | undefined;
  #seenByForms: Seen = nothing;
  readonly #seenByHanding = new Set<string>();
  #seenByCalls: Seen = nothing;
  #seenByUses: Seen = nothing;
  #seenByReach: Seen = nothing;

  constructor(
    readonly file: SourceFile,
    private readonly trace: Trace,
  ) {
    this.lists = flagLists(file);
  }

  /** Keys that its calls read, or that were said to be read. */
  get keys(): readonly string[] {
    return [...(this.file.facts.learned ?? []), ...this.#calls.flatMap(({ key }) => key ?? [])];
  }

  judges(changed: Seen): boolean {
    return touches(this.#seenByForms, changed);
  }

  /** The first step. */
  judge(evidence: Evidence): void {
    this.file.forms.clear();
    [this.handing, this.#seenByForms] = this.trace.record(() => {
      for (const call of this.file.facts.calls) findSdkForm(evidence, this.file, call);
      return findHanding(evidence, this.file);
    });
  }

  hands(changed: Seen): boolean {
    return touches(this.#seenByHanding, changed);
  }

  /** What it hands on is found anew. */
  forgetHanding(): void {
    this.#seenByHanding.clear();
  }

  readonly watch = (work: () => void): void => {
    this.trace.record(work, this.#seenByHanding);
  };

  reads(changed: Seen): boolean {
    return touches(this.#seenByCalls, changed);
  }

  /** The second step. */
  readKeys(context: EmitContext): void {
    const used = new UsedNames();
    const own = { ...context, onUse: used.use.bind(used) };
    [this.#calls, this.#seenByCalls] = this.trace.record(() => emitCalls(own, this.file));
    for (const found of namedForFlags(this.file)) used.use(found);
    for (const name of this.file.facts.used ?? []) used.add(this.file.path, name);
    this.used = used;
    this.#reach = undefined;
    this.#references = undefined;
  }

  uses(changed: Seen): boolean {
    return touches(this.#seenByUses, changed);
  }

  /** The third step, by the constants that are known to hold keys. */
  findUses(context: EmitContext, used: UsedNames): void {
    [this.#uses, this.#seenByUses] = this.trace.record(() =>
      emitUses(context, this.file, used, (path) => this.trace.note(usedKey(path))),
    );
    this.#references = undefined;
  }

  /** The third step, by the keys that are known. */
  learn(keys: ReadonlySet<string>): void {
    this.#learned = [...emitLearned(this.file, keys), ...emitSet(this.file, this.#calls)];
    this.#references = undefined;
  }

  /** Its constants are others than before that are known to hold keys, or other files say other things. */
  forget(changed: Seen): void {
    if (changed.has(usedKey(this.file.path))) this.#references = undefined;
    if (touches(this.#seenByReach, changed)) this.#reach = undefined;
  }

  references(used: UsedNames): readonly Reference[] {
    const all = () => [...this.#calls, ...this.#uses, ...this.#learned];
    return (this.#references ??= sortReferences(all(), this.file, used));
  }

  reach({ evidence, wrappers }: EmitContext): FileReach {
    if (this.#reach) return this.#reach;
    const [reach, seen] = this.trace.record(() => reachOf(this.file, evidence, wrappers));
    this.#seenByReach = seen;
    this.#reach = reach;
    return reach;
  }
}

const nothing: Seen = new Set();

/** In the order of the text, each place once, with the definitions in the file. */
export function sortReferences(
  calls: readonly Reference[],
  file: SourceFile,
  used: UsedNames,
): readonly Reference[] {
  const keys = new Set<string | undefined>();
  let [from, to] = [-1, -1];
  return [...calls, ...definitionsIn(file, used.of(file.path))]
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end, key }) => {
      if (start !== from || end !== to) keys.clear();
      [from, to] = [start, end];
      return !keys.has(key) && keys.add(key);
    });
}
