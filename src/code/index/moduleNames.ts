import type { PathAlias, ProjectOptions } from '../options';
import { parseJsonc } from './parseJsonc';
import { folderOf, joinPaths } from '../path';

type Package = NonNullable<ProjectOptions['packages']>[number];

/** What modules are called other than by their path. */
export type ModuleNames = Required<Pick<ProjectOptions, 'pathAliases' | 'packages'>>;

/** Files that tell names of modules, by path, slashes between: package.json, tsconfig.json, framework configurations. */
export type ReadText = (path: string) => string | undefined;

const tsconfig = /(?:^|\/)(?:tsconfig(?:\.[\w-]+)?|jsconfig)\.json$/;
const nuxtConfig = /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/;
const svelteConfig = /(?:^|\/)svelte\.config\.[cm]?[jt]s$/;

/** Whether a file names modules, so that the index has to know it. */
export function namesModules(path: string): boolean {
  return (
    path.endsWith('package.json') || tsconfig.test(path) || nuxtConfig.test(path) || svelteConfig.test(path)
  );
}

/** What those of `paths` that name modules say. `read` gives their text; files that cannot be read say nothing. */
export function readModuleNames(paths: Iterable<string>, read: ReadText): ModuleNames {
  const pathAliases: PathAlias[] = [];
  const packages: Package[] = [];
  for (const path of paths) {
    const folder = folderOf(path);
    if (path === 'package.json' || path.endsWith('/package.json')) packages.push(...packageAt(path, read));
    else if (tsconfig.test(path)) pathAliases.push(...aliasesAt(path, read));
    else if (nuxtConfig.test(path)) pathAliases.push(...nuxtAliases(folder));
    else if (svelteConfig.test(path))
      pathAliases.push({ folder, pattern: '$lib/*', targets: [joinPaths(folder, 'src/lib/*')] });
  }
  // Deeper folders first: the nearest configuration decides.
  pathAliases.sort((a, b) => b.folder.length - a.folder.length);
  return { pathAliases, packages };
}

function packageAt(path: string, read: ReadText): readonly Package[] {
  const value = objectIn(path, read);
  const name = value && Reflect.get(value, 'name');
  if (!value || typeof name !== 'string' || name === '') return [];
  const main: unknown = Reflect.get(value, 'source') ?? Reflect.get(value, 'main');
  return [
    { name, folder: folderOf(path), ...(typeof main === 'string' && { main: main.replace(/^\.\//, '') }) },
  ];
}

/** `paths` count from `baseUrl`, or from the file that holds them; a file inherits those of what it extends. */
function aliasesAt(path: string, read: ReadText): readonly PathAlias[] {
  const folder = folderOf(path);
  let baseUrl: string | undefined;
  let paths: { readonly map: object; readonly from: string } | undefined;
  const seen = new Set<string>();
  for (let file: string | undefined = path; file !== undefined && !seen.has(file);) {
    seen.add(file);
    const value: object | undefined = objectIn(file, read);
    const compiler: unknown = value && Reflect.get(value, 'compilerOptions');
    if (isObject(compiler)) {
      const base: unknown = Reflect.get(compiler, 'baseUrl');
      const map: unknown = Reflect.get(compiler, 'paths');
      if (typeof base === 'string') baseUrl ??= joinPaths(folderOf(file), base);
      if (isObject(map)) paths ??= { map, from: folderOf(file) };
    }
    file = value && extendedBy(file, Reflect.get(value, 'extends'));
  }
  const aliases = Object.entries(paths?.map ?? {}).map(([pattern, targets]: [string, unknown]) => ({
    folder,
    pattern,
    targets: texts(targets).map((target) => joinPaths(baseUrl ?? paths?.from ?? folder, target)),
  }));
  if (baseUrl !== undefined) aliases.push({ folder, pattern: '*', targets: [joinPaths(baseUrl, '*')] });
  return aliases;
}

/** A configuration from a package tells nothing about the paths of this workspace. */
function extendedBy(file: string, value: unknown): string | undefined {
  const [first] = typeof value === 'string' ? [value] : texts(value).filter((each) => each.startsWith('.'));
  if (first === undefined || !first.startsWith('.')) return undefined;
  const path = joinPaths(folderOf(file), first);
  return path.endsWith('.json') ? path : `${path}.json`;
}

function nuxtAliases(folder: string): readonly PathAlias[] {
  return ['~', '@'].flatMap((sign) => [
    { folder, pattern: `${sign}${sign}/*`, targets: [joinPaths(folder, '*')] },
    { folder, pattern: `${sign}/*`, targets: [joinPaths(folder, 'app/*'), joinPaths(folder, '*')] },
  ]);
}

function objectIn(path: string, read: ReadText): object | undefined {
  const text = read(path);
  try {
    const value: unknown = text === undefined ? undefined : parseJsonc(text);
    return isObject(value) ? value : undefined;
  } catch {
    // Half written, or none of ours.
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
