import type { FileFacts } from '../facts';
import type { ProjectOptions } from '../options';
import type { Interest } from '../read/interest';
import type { Reference } from '../reference';
import { changedWrappers } from './changedWrappers';
import type { Found } from './descend';
import { type EmitContext, emitCalls } from './emit';
import { definitionsIn } from './emitDefinitions';
import { emitUses } from './emitUses';
import { lastOf, SourceFile } from './file';
import { FileLinks, sortReferences } from './fileLinks';
import { findHanding } from './handing';
import { keepsAllFlags, keptNames } from './keptFlags';
import { emitLearned, emitSet, flagLists, learnFrom } from './learnedKeys';
import { isMade } from './madeKeys';
import { Names } from './names';
import { setsPostHogProvider } from './openFeature';
import { byCodeUnit, sortByPath } from './order';
import { ProjectWords } from './projectWords';
import { joinReach } from './reach';
import { isRewriting } from './returned';
import type { Evidence } from './sdkCall';
import { fileKey, usedKey } from './trace';
import { UsedNames } from './usedNames';
import { Wrappers } from './wrappers';

/** The files of a project, with all that they say of each other. */
export class Linked {
  /** Sorted, as is all that is made of them: the same whichever file came first. */
  #files: ReadonlyMap<string, FileLinks>;
  readonly #sources: Map<string, SourceFile>;
  readonly #names: Names;
  readonly #words: ProjectWords;
  #context: EmitContext;
  #used = new UsedNames();
  /** Keys that calls of the project read, and constants hold. */
  #learned: ReadonlySet<string> = new Set();

  constructor(
    files: ReadonlyMap<string, FileFacts>,
    private readonly options: ProjectOptions,
  ) {
    this.#sources = new Map();
    for (const [path, facts] of [...files].toSorted(([a], [b]) => byCodeUnit(a, b)))
      this.#sources.set(path, new SourceFile(path, facts));
    this.#names = new Names(this.#sources, options);
    this.#files = new Map(
      [...this.#sources].map(([path, file]) => [path, new FileLinks(file, this.#names.trace)]),
    );
    const links = [...this.#files.values()];
    this.#context = this.#contextOf();
    this.#words = new ProjectWords(this.#context.knownKeys, this.#names.modules, () =>
      this.#namesOfProject(),
    );
    this.#link(new Set(links), new Set());
  }

  /**
   * Takes in what is other than before; what others make of it is found anew, and no more than that.
   * @param changes undefined for a file that is gone
   */
  update(changes: ReadonlyMap<string, FileFacts | undefined>): void {
    const fresh = new Set<FileLinks>();
    const files = new Map(this.#files);
    const replaced = [...changes].map(([path, facts]) => {
      const before = this.#sources.get(path);
      const after = facts && new SourceFile(path, facts);
      if (after) {
        const links = new FileLinks(after, this.#names.trace);
        fresh.add(links);
        files.set(path, links);
        this.#sources.set(path, after);
      } else {
        files.delete(path);
        this.#sources.delete(path);
      }
      return { before, after };
    });
    const areOthers = replaced.some(({ before, after }) => !before || !after);
    if (areOthers) sortByPath(this.#sources);
    this.#files = areOthers ? sortByPath(files) : files;
    this.#link(fresh, this.#names.replace(replaced));
  }
  #link(fresh: ReadonlySet<FileLinks>, replaced: ReadonlySet<string>): void {
    const before = this.#context;
    const all = [...this.#files.values()];
    const { evidence } = this.#contextOf();
    const isAllNew =
      evidence.projectNamesPostHog !== before.evidence.projectNamesPostHog ||
      evidence.isOpenFeaturePostHogs !== before.evidence.isOpenFeaturePostHogs ||
      evidence.keepsFlags !== before.evidence.keepsFlags;
    const stale = new Set(all.filter((each) => isAllNew || fresh.has(each) || each.judges(replaced)));
    for (const each of stale) each.judge(evidence);
    const wrappers = this.#findWrappers(evidence, all, stale, replaced);
    const context = { ...before, evidence, wrappers };
    const isAllStale = stale.size === all.length;
    const changed = isAllStale
      ? new Set<string>()
      : changedWrappers(before.wrappers.slots, wrappers.slots, this.#sources.values());
    for (const key of replaced) changed.add(key);
    for (const each of all)
      if (!isAllStale && (changed.has(fileKey(each.file.path)) || each.reads(changed))) stale.add(each);
    for (const each of stale) each.readKeys(context);

    const used = new UsedNames();
    for (const each of all) used.addAll(each.used);
    const ofTypes = wrappers.keyTypes.flatMap(([file, type]) => this.#names.typed(file, type));
    for (const found of ofTypes) used.use(found);
    for (const path of used.differencesFrom(this.#used)) changed.add(usedKey(path));
    const defined = all.flatMap(({ file }) => definitionsIn(file, used.of(file.path)));
    const learned = new Set([
      ...all.flatMap(({ keys }) => keys),
      ...textsOf(ofTypes),
      ...defined.flatMap(({ key }) => key ?? []),
    ]);
    for (const each of all) learnFrom(each.lists, learned);
    const isSameLearned = areSame(learned, this.#learned);
    for (const each of all) {
      if (stale.has(each) || each.uses(changed)) each.findUses(context, used);
      if (stale.has(each) || !isSameLearned) each.learn(learned);
      each.forget(changed);
    }
    this.#context = context;
    this.#used = used;
    this.#learned = learned;
    this.#words.forget();
  }

  /** Those from before, where no wrapper has to do with what is other than before. */
  #findWrappers(
    evidence: Evidence,
    all: readonly FileLinks[],
    stale: ReadonlySet<FileLinks>,
    replaced: ReadonlySet<string>,
  ): Wrappers {
    const before = this.#context.wrappers;
    const touched = all.filter((each) => stale.has(each) || each.hands(replaced));
    const files = before.files;
    const had = [...files].some(({ path }) => replaced.has(fileKey(path)));
    if (touched.length < all.length && !had && !touched.some(({ file }) => files.has(file))) {
      const more = new Wrappers(evidence, before);
      for (const each of touched) each.forgetHanding();
      more.findAll(touched);
      if (more.files.size === 0) return before;
    }
    const wrappers = new Wrappers(evidence);
    for (const each of all) each.forgetHanding();
    wrappers.findAll(all);
    return wrappers;
  }

  #contextOf(): EmitContext {
    const { clientNames = [], flagFunctions = [], knownKeys = new Set() } = this.options;
    const files = [...this.#sources.values()];
    const projectNamesPostHog = files.some(({ facts }) => facts.namesPostHog);
    const isOpenFeaturePostHogs = files.some(setsPostHogProvider);
    const keepsFlags = files.some(keepsAllFlags);
    const names = this.#names;
    const evidence = { names, clientNames, projectNamesPostHog, isOpenFeaturePostHogs, keepsFlags };
    const wrappers = new Wrappers(evidence);
    return { evidence, wrappers, flagFunctions, knownKeys, onUse: () => undefined };
  }

  referencesIn(path: string): readonly Reference[] {
    return this.#files.get(path)?.references(this.#used) ?? [];
  }

  /** Keeps nothing of the facts: a document is asked about after every edit. */
  referencesOf(path: string, facts: FileFacts): readonly Reference[] {
    const file = new SourceFile(path, facts);
    const { evidence } = this.#context;
    const wrappers = new Wrappers(evidence, this.#context.wrappers);
    const used = new UsedNames(this.#used);
    const context = { ...this.#context, wrappers, onUse: (found: Found) => used.use(found) };
    wrappers.findAll([{ file, handing: findHanding(evidence, file), watch: (work) => work() }]);
    const calls = emitCalls(context, file);
    const uses = emitUses(context, file, used);
    const learned = new Set(this.#learned);
    learnFrom(flagLists(file), learned);
    const more = [...emitLearned(file, learned), ...emitSet(file, calls)];
    return sortReferences([...calls, ...uses, ...more], file, used);
  }

  reach(): ReadonlySet<string> {
    const constants = this.#used.names.map((name) => lastOf(name.split(/[(\n]/)[0] ?? ''));
    const files = [...this.#files.values()].map((each) => [each.file, each.reach(this.#context)] as const);
    // Files that name a constant or a key may read it in a way that only these make known.
    return joinReach(files, this.#context.wrappers, [
      ...constants,
      ...this.#learned,
      ...(this.#context.evidence.keepsFlags ? keptNames : []),
    ]);
  }

  /** Whether text at this path may hold references: a quick look, for documents that have nothing to do with flags. */
  mayMatter(path: string, text: string): boolean {
    return this.#used.of(path).size > 0 || this.#words.mayBeIn(text);
  }

  interestIn(path: string): Interest {
    return this.#words.interestIn(path);
  }

  /** Names of wrappers, of constants with keys, and those from the settings. */
  #namesOfProject(): ReadonlySet<string> {
    const { wrappers, flagFunctions, evidence } = this.#context;
    const constants = this.#used.names.map((name) => name.split(/[.(\n]/)[0] ?? '');
    return new Set([...wrappers.slots.names, ...constants, ...flagFunctions, ...evidence.clientNames]);
  }

  contextFiles(): ReadonlyMap<string, FileFacts> {
    const context = new Map<string, FileFacts>();
    for (const [{ path, facts }] of this.#context.wrappers.slots.functions) context.set(path, facts);
    for (const [path, used] of this.#used.byPath) {
      const facts = this.#sources.get(path)?.facts;
      if (facts) context.set(path, { ...facts, used: [...used] });
    }
    for (const [path, file] of this.#sources) {
      const { facts } = file;
      const isNeeded =
        facts.exports.some(({ module }) => module !== undefined) ||
        facts.bindings.some((each) => isRewriting(each) || isMade(this.#context.wrappers, file, each)) ||
        setsPostHogProvider(file) ||
        keepsAllFlags(file);
      if (isNeeded && !context.has(path)) context.set(path, facts);
    }
    const [first] =
      context.size > 0 ? context : [...this.#sources].map(([path, { facts }]) => [path, facts] as const);
    if (first && this.#learned.size > 0) context.set(first[0], { ...first[1], learned: [...this.#learned] });
    return context;
  }
}

/** The keys that unions and lists name which are the types of keys. */
function textsOf(found: readonly Found[]): readonly string[] {
  return found.flatMap(({ value }) =>
    value.is === 'list' ? value.of.flatMap((each) => (each.is === 'text' ? [each.text] : [])) : [],
  );
}

function areSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((each) => others.has(each));
}
