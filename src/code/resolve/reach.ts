import type { Import, Value } from '../facts';
import { sdkNames } from '../sdk/names';
import { lastOf, type SourceFile } from './file';
import type { Evidence } from './sdkCall';
import type { Wrappers } from './wrappers';

/**
 * Words that make another file matter to these ones: names of their wrappers, of constants and clients they take from
 * elsewhere. `/name` stands for a file that is called so. A file without any of them changes no reference.
 */
export function findReach(
  files: Iterable<SourceFile>,
  evidence: Evidence,
  wrappers: Wrappers,
): ReadonlySet<string> {
  const reach = new Set<string>();
  const all = [...files];
  for (const name of wrappers.names) addName(reach, name);
  for (const file of all) {
    for (const call of file.facts.calls) {
      const root = file.imports.get(call.name.split('.')[0] ?? '');
      const values = wrappers.keyValues(file, call);
      if (root && (values.length > 0 || sdkNames.has(lastOf(call.name)))) addImport(reach, root);
      for (const [value] of values) {
        for (const name of namesIn(value)) {
          if (evidence.names.find(file, name, call.from)) continue;
          const [first = ''] = name.split('.');
          const imported = file.imports.get(first);
          if (imported) addImport(reach, imported);
          // Elsewhere names need no import of the file they are in.
          if (file.family === 'script' || file.family === 'python') continue;
          if (/[A-Z]/.test(first)) addName(reach, first);
          if (/[A-Z_]/.test(lastOf(name))) addName(reach, lastOf(name));
        }
      }
    }
  }
  // What is given on under another name is called by that.
  for (const file of all) {
    for (const { name, local, of } of file.facts.exports)
      if (reach.has(local ?? of ?? name)) addName(reach, name);
    for (const { name, value } of file.facts.bindings) {
      if ((value.is === 'name' || value.is === 'call') && reach.has(lastOf(value.name)))
        addName(reach, lastOf(name));
    }
  }
  return reach;
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
      return [...(value.on ? namesIn(value.on) : []), ...value.given.flatMap((each) => namesIn(each.value))];
    case 'members':
      return value.of.flatMap((member) => namesIn(member.value));
    default:
      return [];
  }
}
