import type { Call, Import, Value } from '../facts';
import { everyday, sdkNames } from '../sdk/names';
import { common } from './commonNames';
import { namesCalled } from './constructors';
import { ofPostHog } from './emitFields';
import { anywhere, lastOf, type SourceFile } from './file';
import { callOf } from './given';
import { keepsAllFlags } from './keptFlags';
import { isMade } from './madeKeys';
import type { Names } from './names';
import type { Evidence } from './sdkCall';
import { stemOf } from './stem';
import type { Wrappers } from './wrappers';

const maxDepth = 4;

/** What makes other files matter to one. */
export interface FileReach {
  readonly words: ReadonlySet<string>;
  /** Names it gives a wrapper besides the one that has. */
  readonly bound: readonly string[];
}

/** Of one file: what it takes from elsewhere, clients and constants, and what it calls wrappers. */
export function reachOf(file: SourceFile, { names }: Evidence, wrappers: Wrappers): FileReach {
  const words = new Set<string>();
  for (const call of file.facts.calls) {
    const root = file.imports.get(call.name.split('.')[0] ?? '');
    const values = wrappers.keyValues(file, call);
    if (root && (values.length > 0 || mayBeClient(root, call))) addImport(words, root);
    for (const [value] of values) {
      for (const name of namesIn(value)) addConstant(words, names, file, name, call.from);
    }
  }
  for (const { name, value, from } of file.facts.bindings) {
    if (from > 0 || !ofPostHog.test(lastOf(name))) continue;
    for (const each of namesIn(value)) addConstant(words, names, file, each, anywhere);
  }
  // Whoever looks up what is kept takes it from where it is kept.
  if (keepsAllFlags(file)) for (const { name } of file.facts.exports) if (/flag/i.test(name)) words.add(name);
  const bound = file.facts.bindings.flatMap((binding) => {
    const { name, value, from } = binding;
    const isBound = from === 0 && value.is === 'name' && wrappers.slotsOf(file, callOf(value)).length > 0;
    return isBound || isMade(wrappers, file, binding) ? [lastOf(name)] : [];
  });
  return { words, bound };
}

/**
 * Words that make another file matter to these ones: names of their wrappers, of constants with keys, of constants and
 * clients they take from elsewhere. `/name` stands for a file that is called so. A file without any of them changes no reference.
 */
export function joinReach(
  files: Iterable<readonly [SourceFile, FileReach]>,
  wrappers: Wrappers,
  constantsAndKeys: Iterable<string>,
): ReadonlySet<string> {
  const reach = new Set<string>();
  for (const name of constantsAndKeys) if (/\w[A-Z_-]/.test(name)) addName(reach, name);
  for (const [file, name] of wrappers.slots.functions) addWrapper(reach, file, name);
  for (const [, type] of wrappers.keyTypes) addName(reach, type.split('.')[0] ?? '');
  const all = [...files];
  for (const [, { words }] of all) for (const word of words) reach.add(word);
  // What is given on under another name is called by that.
  for (const [file, { bound }] of all) {
    for (const { name, local, of } of file.facts.exports) {
      if (reach.has(local ?? of ?? name)) addName(reach, name === 'default' ? stemOf(file.path) : name);
    }
    for (const name of bound) addName(reach, name);
  }
  return reach;
}

/** A wrapper is called by its name; where that says nothing, on what it belongs to, or through its file. */
function addWrapper(reach: Set<string>, { path, component, facts, family }: SourceFile, name: string): void {
  const last = lastOf(name);
  const owner = name.split('.').at(-2) ?? '';
  // `flags` is said by few files of a project, and those have to do with flags: less than half of all code.
  const interfaces = facts.bindings.flatMap((each) =>
    each.name.startsWith(`${owner}.is `) ? [lastOf(each.name).slice('is '.length)] : [],
  );
  const owners = [
    component ?? stemOf(path),
    owner,
    lowered(owner),
    ...interfaces,
    ...interfaces.map(lowered),
  ];
  const names = isTelling(last)
    ? namesCalled(name, family)
    : owners.filter((each) => isTelling(each) || ofFlags.test(each));
  for (const each of names) addName(reach, each);
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Whether a name is more than what half of all code has. */
function isTelling(name: string): boolean {
  return !common.has(name) && !everyday.test(name);
}

/** Whether flags may be read of what is imported so: of most things that are called on, `get` reads none. */
function mayBeClient({ name, module }: Import, call: Call): boolean {
  const last = lastOf(call.name);
  return sdkNames.has(last) && (isTelling(last) || ofFlags.test(name) || ofFlags.test(module));
}

const ofFlags = /flag|feature|experiment|variant|toggle|gate|hog|analytics|client/i;

/** What is known of a constant may be another one, of another file. */
function addConstant(
  reach: Set<string>,
  names: Names,
  file: SourceFile,
  name: string,
  at: number,
  depth = 0,
): void {
  const found = names.find(file, name, at);
  if (found) {
    const inner = depth < maxDepth ? namesIn(found.value) : [];
    for (const each of inner) addConstant(reach, names, found.file, each, anywhere, depth + 1);
    return;
  }
  const [first = ''] = name.split('.');
  const imported = file.imports.get(first);
  if (imported) addImport(reach, imported);
  // Elsewhere names need no import of the file they are in.
  if (file.family === 'script' || file.family === 'python') return;
  if (/[A-Z]/.test(first)) addName(reach, first);
  if (/[A-Z_]/.test(lastOf(name))) addName(reach, lastOf(name));
}

function addImport(reach: Set<string>, { of, module }: Import): void {
  if (of !== '*' && of !== 'default') addName(reach, of);
  const [, stem] = /([^/.:\\]+)(?:\.\w+)?$/.exec(module.replace(/\/index$/, '')) ?? [];
  if (stem !== undefined) reach.add(`/${stem}`);
}

/** A component is written in two ways: `FeatureGate`, `feature-gate`. */
function addName(reach: Set<string>, name: string): void {
  if (name === '' || name === '[]') return;
  reach.add(name);
  if (/^[A-Z]/.test(name)) reach.add(name.replaceAll(/\B[A-Z]/g, '-$&').toLowerCase());
}

function namesIn(value: Value): readonly string[] {
  switch (value.is) {
    case 'name':
      return [value.name];
    case 'choice':
    case 'joined':
    case 'list':
      return value.of.flatMap(namesIn);
    case 'call':
      return [
        value.name,
        ...(value.on ? namesIn(value.on) : []),
        ...value.given.flatMap((each) => namesIn(each.value)),
      ];
    case 'members':
      return value.of.flatMap((member) => namesIn(member.value));
    default:
      return [];
  }
}
