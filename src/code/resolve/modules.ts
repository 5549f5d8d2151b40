import type { ProjectOptions } from '../options';
import { folderOf, joinPaths, nameOf } from '../path';
import { moduleKey, type Trace } from './trace';

const endings = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mjs',
  '.mts',
  '.cjs',
  '.cts',
  '.vue',
  '.svelte',
  '.astro',
  '.dart',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.jsx',
  '/index.mjs',
];
const pythonEndings = ['.py', '/__init__.py', '.pyi'];
/** What alias paths begin with in projects that say so in a file we do not read. */
const aliasHead = /^(?:@\/|~~?\/|\$lib\/|#|src\/|app\/|@app\/|\$)/;

/** Finds the file that a module's name means. */
export class Modules {
  readonly #bySuffix = new Map<string, string[]>();
  readonly #known = new Map<string, string | undefined>();

  constructor(
    /** Sorted. */
    private readonly paths: ReadonlyMap<string, unknown>,
    private readonly options: ProjectOptions,
    private readonly trace: Trace,
  ) {
    this.#fill();
  }

  /** The path of `module` as named in the file `from`; undefined for what is not of this project. */
  find(from: string, module: string, isPython: boolean): string | undefined {
    const id = `${isPython ? 'py' : ''}\n${folderOf(from)}\n${module}`;
    this.trace.note(moduleKey(id));
    const known = this.#known.get(id);
    if (known !== undefined || this.#known.has(id)) return known;
    const found = this.#resolve(id);
    this.#known.set(id, found);
    return found;
  }

  /**
   * There are other files than before.
   * @returns what is found otherwise than before, as it was noted
   */
  refresh(): readonly string[] {
    this.#bySuffix.clear();
    this.#fill();
    const before = [...this.#known];
    this.#known.clear();
    return before.flatMap(([id, path]) => {
      const found = this.#resolve(id);
      this.#known.set(id, found);
      return found === path ? [] : [moduleKey(id)];
    });
  }

  #fill(): void {
    for (const path of this.paths.keys()) {
      const stem = stemOf(path);
      const last = nameOf(stem);
      const list = this.#bySuffix.get(last);
      if (list) list.push(path);
      else this.#bySuffix.set(last, [path]);
    }
  }

  #resolve(id: string): string | undefined {
    const [python = '', folder = '', module = ''] = id.split('\n');
    return python === '' ? this.#script(folder, module) : this.#python(folder, module);
  }

  #script(from: string, module: string): string | undefined {
    if (module.startsWith('.')) return this.#file(joinPaths(from, module));
    for (const { folder, pattern, targets } of this.options.pathAliases ?? []) {
      if (folder !== '' && !`${from}/`.startsWith(`${folder}/`)) continue;
      const star = pattern.indexOf('*');
      const head = star < 0 ? pattern : pattern.slice(0, star);
      if (star < 0 ? module !== pattern : !module.startsWith(head)) continue;
      const rest = star < 0 ? '' : module.slice(head.length);
      for (const target of targets) {
        const path = this.#file(joinPaths('', target.replace('*', rest)));
        if (path !== undefined) return path;
      }
    }
    for (const { name, folder, main } of this.options.packages ?? []) {
      if (module === name) {
        const entry = main === undefined ? undefined : this.#file(joinPaths(folder, main));
        return (
          entry ??
          this.#file(`${folder}/src/index`) ??
          this.#file(`${folder}/index`) ??
          this.#file(`${folder}/src`)
        );
      }
      if (module.startsWith(`${name}/`)) {
        const rest = module.slice(name.length + 1);
        return this.#file(`${folder}/${rest}`) ?? this.#file(`${folder}/src/${rest}`);
      }
    }
    const head = aliasHead.exec(module)?.[0];
    if (head === undefined)
      return module.startsWith('package:')
        ? this.#suffix(from, module.replace(/^package:[^/]+\//, ''))
        : undefined;
    const rest = module.slice(/^(?:src|app)\/$/.test(head) ? 0 : head.length);
    return this.#suffix(from, rest);
  }

  /** The one file whose path ends so; of several, the one that shares most with the folder `from`. */
  #suffix(from: string, end: string): string | undefined {
    const stem = stemOf(end);
    const last = nameOf(stem);
    let best: string | undefined;
    let bestShared = -1;
    for (const path of [...(this.#bySuffix.get(last) ?? []), ...(this.#bySuffix.get('index') ?? [])]) {
      const own = stemOf(path).replace(/\/index$/, '');
      if (own !== stem && !own.endsWith(`/${stem}`)) continue;
      const shared = sharedLength(path, `${from}/`);
      if (shared > bestShared) [best, bestShared] = [path, shared];
    }
    return best;
  }

  #file(path: string): string | undefined {
    for (const ending of endings) if (this.paths.has(path + ending)) return path + ending;
    // `./flags.js` in TypeScript means flags.ts.
    const stem = path.replace(/\.[cm]?jsx?$/, '');
    if (stem === path) return undefined;
    for (const ending of endings) if (this.paths.has(stem + ending)) return stem + ending;
    return undefined;
  }

  #python(from: string, module: string): string | undefined {
    const dots = /^\.+/.exec(module)?.[0].length ?? 0;
    const rest = module.slice(dots).replaceAll('.', '/');
    if (dots > 0) {
      let folder = from;
      for (let up = 1; up < dots; up++) folder = folderOf(folder);
      const base = rest === '' ? folder : joinPaths(folder, rest);
      return pythonEndings.map((ending) => base + ending).find((path) => this.paths.has(path));
    }
    const last = nameOf(rest);
    let best: string | undefined;
    let bestShared = -1;
    for (const path of [...(this.#bySuffix.get(last) ?? []), ...(this.#bySuffix.get('__init__') ?? [])]) {
      if (!pythonEndings.some((ending) => path === rest + ending || path.endsWith(`/${rest}${ending}`)))
        continue;
      const shared = sharedLength(path, `${from}/`);
      if (shared > bestShared) [best, bestShared] = [path, shared];
    }
    return best;
  }
}

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function stemOf(path: string): string {
  return path.replace(/\.[A-Za-z]+$/, '');
}
