import type { FileFacts } from '../facts';
import type { ProjectOptions } from '../options';
import type { Interest } from '../read/interest';
import type { Reference } from '../reference';
import { sdkNamesOf } from '../sdk/names';
import { hashOf } from '../token/tokens';
import { type EmitContext, emitCalls } from './emit';
import { emitDefinitions } from './emitDefinitions';
import { lastOf, SourceFile } from './file';
import { emitUses } from './emitUses';
import { emitLearned } from './learnedKeys';
import { namedForFlags } from './namedForFlags';
import { Modules } from './modules';
import type { Found } from './descend';
import { Names } from './names';
import { setsPostHogProvider } from './openFeature';
import { isRewriting } from './returned';
import type { Evidence } from './sdkCall';
import { findReach } from './reach';
import { TextFilter } from './textFilter';
import { UsedNames } from './usedNames';
import { Wrappers } from './wrappers';

/** The files of a project at one moment, with all that they say of each other. */
export class Linked {
  readonly #files = new Map<string, SourceFile>();
  readonly #context: EmitContext;
  readonly #used = new UsedNames();
  readonly #calls = new Map<string, Reference[]>();
  /** Keys that calls of the project read. */
  readonly #learned = new Set<string>();

  constructor(files: ReadonlyMap<string, FileFacts>, options: ProjectOptions) {
    let projectNamesPostHog = false;
    for (const [path, facts] of files) {
      this.#files.set(path, new SourceFile(path, facts));
      projectNamesPostHog ||= facts.namesPostHog;
      for (const name of facts.used ?? []) this.#used.add(path, name);
      for (const key of facts.learned ?? []) this.#learned.add(key);
    }
    const isOpenFeaturePostHogs = [...this.#files.values()].some(setsPostHogProvider);
    const names = new Names(this.#files, new Modules(this.#files, options));
    const clientNames = options.clientNames ?? [];
    const evidence: Evidence = { names, clientNames, projectNamesPostHog, isOpenFeaturePostHogs };
    const wrappers = new Wrappers(evidence);
    wrappers.findAll(this.#files.values());
    this.#context = {
      evidence,
      wrappers,
      flagFunctions: options.flagFunctions ?? [],
      knownKeys: options.knownKeys ?? new Set(),
      onUse: (found) => this.#used.use(found),
    };
    for (const [file, type] of wrappers.keyTypes)
      for (const found of names.typed(file, type)) this.#used.use(found);
    for (const file of this.#files.values()) for (const found of namedForFlags(file)) this.#used.use(found);
    for (const [path, file] of this.#files) this.#calls.set(path, emitCalls(this.#context, file));
    for (const calls of this.#calls.values())
      for (const { key } of calls) if (key !== undefined) this.#learned.add(key);
    for (const [path, file] of this.#files) {
      const uses = emitUses(this.#context, file, (found) => this.#used.isUsed(found));
      const more = [...uses, ...emitLearned(file, this.#learned, this.#learned)];
      if (more.length > 0) this.#calls.set(path, [...(this.#calls.get(path) ?? []), ...more]);
    }
  }

  referencesIn(path: string): readonly Reference[] {
    const file = this.#files.get(path);
    return file ? sorted(this.#calls.get(path) ?? [], file, this.#used) : [];
  }

  /** Keeps nothing of the facts: a document is asked about after every edit. */
  referencesOf(path: string, facts: FileFacts): readonly Reference[] {
    const file = new SourceFile(path, facts);
    const wrappers = new Wrappers(this.#context.evidence, this.#context.wrappers);
    const used = new UsedNames(this.#used);
    const context = { ...this.#context, wrappers, onUse: (found: Found) => used.use(found) };
    wrappers.findAll([file]);
    const calls = emitCalls(context, file);
    const uses = emitUses(context, file, (found) => used.isUsed(found));
    return sorted([...calls, ...uses, ...emitLearned(file, this.#learned, new Set())], file, used);
  }

  reach(): ReadonlySet<string> {
    const { evidence, wrappers } = this.#context;
    const constants = this.#used.names.map((name) => lastOf(name.split(/[(\n]/)[0] ?? ''));
    // Files that name a constant or a key may read it in a way that only these make known.
    return findReach(this.#files.values(), evidence, wrappers, [...constants, ...this.#learned]);
  }

  /** Whether text at this path may hold references: a quick look, for documents that have nothing to do with flags. */
  mayMatter(path: string, text: string): boolean {
    if (this.#used.of(path).size > 0) return true;
    return this.#filterOfTexts.mayMatter(text);
  }

  interestIn(path: string): Interest {
    this.#interestWords ??= [...scriptNames, ...this.#namesOfProject()].map(hashOf);
    const { modules } = this.#context.evidence.names;
    return {
      words: this.#interestWords,
      keysIn: (text) => this.#filterOfTexts.keysIn(text),
      isOwnModule: (module) => modules.find(path, module, false) !== undefined,
    };
  }

  get #filterOfTexts(): TextFilter {
    return (this.#filter ??= new TextFilter(this.#context.knownKeys, this.#namesOfProject()));
  }

  #interestWords: readonly number[] | undefined;
  #filter: TextFilter | undefined;

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
      const facts = this.#files.get(path)?.facts;
      if (facts) context.set(path, { ...facts, used: [...used] });
    }
    for (const [path, file] of this.#files) {
      const { facts } = file;
      const isNeeded =
        facts.exports.some(({ module }) => module !== undefined) ||
        facts.bindings.some(isRewriting) ||
        setsPostHogProvider(file);
      if (isNeeded && !context.has(path)) context.set(path, facts);
    }
    const [first] =
      context.size > 0 ? context : [...this.#files].map(([path, { facts }]) => [path, facts] as const);
    if (first && this.#learned.size > 0) context.set(first[0], { ...first[1], learned: [...this.#learned] });
    return context;
  }
}

/** In the order of the text, each place once, with the definitions in the file. */
function sorted(calls: readonly Reference[], file: SourceFile, used: UsedNames): readonly Reference[] {
  const places = new Set<string>();
  return [...calls, ...emitDefinitions(file, used.of(file.path))]
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end, key }) => {
      const place = `${start} ${end} ${key}`;
      return !places.has(place) && places.add(place);
    });
}

/** Names of SDKs that only calls of flags have. */
const scriptNames = sdkNamesOf('script').filter(
  (name) => /^\w{6,}$/.test(name) && !/^(?:includes|indexOf|capture)$/.test(name),
);
