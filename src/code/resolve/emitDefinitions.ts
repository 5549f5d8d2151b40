import type { Binding, Value } from '../facts';
import { isKeyText } from '../read/keyLike';
import type { Reference } from '../reference';
import { type Found, membersOf } from './descend';
import type { SourceFile } from './file';
import { holdsFlags, mostlyUsed, ofOthers } from './holdsFlags';
import { mayBeBeside, ofOwnType } from './besideFlags';
import { isBuilder, isKeyMember } from './keys';

interface Definitions {
  readonly used: ReadonlySet<string>;
  readonly references: readonly Reference[];
}

const known = new WeakMap<SourceFile, Definitions>();

/** The literals of constants that hold keys: of each binding whose name is in `used`, with its neighbours. */
export function definitionsIn(file: SourceFile, used: ReadonlySet<string>): readonly Reference[] {
  let definitions = known.get(file);
  if (definitions?.used !== used) {
    definitions = { used, references: used.size === 0 ? [] : emitDefinitions(file, used) };
    known.set(file, definitions);
  }
  return definitions.references;
}

/** Whether a lone constant counts as a key by its neighbours, though nothing is seen to read it. */
export function isDefined({ file, binding, way }: Found, used: ReadonlySet<string>): boolean {
  const { name, value } = binding;
  if (way.length > 0 || name.includes('.') || value.is !== 'text') return false;
  return definitionsIn(file, used).some(({ start }) => start === value.start);
}

function emitDefinitions(file: SourceFile, used: ReadonlySet<string>): Reference[] {
  const references: Reference[] = [];
  const bindings = new Set<Binding>();
  const containers = new Set<string>();
  for (const name of used) {
    const [own = '', way = ''] = name.split('\n');
    const dot = own.lastIndexOf('.');
    const all = file.bindingsCalled(own);
    for (const each of all) {
      if (way === 'keyof') emitNames(each.value, references);
      else if (!bindings.has(each)) emitTexts(each.value, way === '' ? [] : way.split('.'), references);
      bindings.add(each);
    }
    if (dot < 0) {
      emitTyped(file, all, bindings, references);
      if (all.length > 0) emitAlike(file, own, bindings, references);
      continue;
    }
    // Neighbours in an enum, or in a class that holds flags and nothing else.
    const container = own.slice(0, dot + 1);
    const entries = all.some(({ isEntry }) => isEntry === true);
    if (containers.has(`${entries} ${container}`)) continue;
    containers.add(`${entries} ${container}`);
    const isOfFlags = entries || holdsFlags.test(container) || isListOfKeys(file, container);
    const isAlike = isOfFlags
      ? () => true
      : (ofOwnType(file, container, all) ?? mostlyUsed(file, container, used));
    if (!isAlike) continue;
    for (const each of file.facts.bindings) {
      if (entries !== (each.isEntry === true)) continue;
      // The name of a suite, a path, a URL.
      if (!entries && each.value.is === 'text' && /[./:]/.test(each.value.text)) continue;
      if (bindings.has(each) || !each.name.startsWith(container) || each.name.includes('.', dot + 1))
        continue;
      if (!isAlike(each.name) || (!entries && !mayBeBeside(all, each))) continue;
      bindings.add(each);
      if (each.value.is === 'text' || each.value.is === 'call') emitTexts(each.value, [], references);
    }
  }
  emitFileOfFlags(file, bindings, references);
  return references;
}

/** The other constants of a file that is called after flags and holds little else. */
function emitFileOfFlags(file: SourceFile, bindings: Set<Binding>, references: Reference[]): void {
  if (file.family !== 'script' || !fileOfFlags.test(file.path)) return;
  const texts = file.facts.bindings.filter(
    ({ name, value, from }) =>
      from === 0 &&
      value.is === 'text' &&
      /^[A-Z][A-Z0-9_]+$/.test(name) &&
      !ofOthers.test(name) &&
      isKeyText(value.text),
  );
  const used = texts.filter((each) => bindings.has(each));
  if (used.length < 2 || used.length * 2 < texts.length) return;
  for (const each of texts) {
    if (bindings.has(each)) continue;
    bindings.add(each);
    emitTexts(each.value, [], references);
  }
}

/** `mod keys` of Rust in a file that is called after flags. */
function isListOfKeys({ path, family }: SourceFile, container: string): boolean {
  return family === 'rust' && fileOfFlags.test(path) && /(?:^|\.)(?:keys|names|ids)\.$/.test(container);
}

/** Paths of files that are called after flags. */
export const fileOfFlags =
  /(?:^|\/)[\w-]*(?:flags?|features?|experiments?)(?:[._-]?(?:keys?|names?|constants?|consts?|config|ids?))?\.\w+$/i;

/** Lone constants beside one that holds a key, which are called flags as that is: `NAV_FLAG` and `MENU_FLAG`. */
function emitAlike(file: SourceFile, own: string, bindings: Set<Binding>, references: Reference[]): void {
  const [affix] = loneFlag.exec(own) ?? [];
  if (file.family !== 'script' || affix === undefined) return;
  const isPrefix = own.startsWith(affix);
  for (const each of file.facts.bindings) {
    const { name, value, from } = each;
    if (from > 0 || value.is !== 'text' || bindings.has(each)) continue;
    if (!(isPrefix ? name.startsWith(affix) : name.endsWith(affix))) continue;
    bindings.add(each);
    emitTexts(value, [], references);
  }
}

const loneFlag =
  /^(?:FF|FLAG|FEATURE_FLAG|EXPERIMENT|POSTHOG_FLAG)_(?=[A-Z])|_(?:FF|(?:FEATURE_)?FLAG|EXPERIMENT)(?:_KEY|_NAME|_ID)?$|(?:FeatureFlag|Flag|Experiment)(?:Key|Name|Id)?$/;

/** Constants of Go that share a type of their own: `const FlagNav Flag = "nav"`. */
function emitTyped(
  file: SourceFile,
  used: readonly Binding[],
  bindings: Set<Binding>,
  references: Reference[],
): void {
  const type = used.find((each) => each.type !== undefined)?.type;
  if (file.family !== 'go' || type === undefined || type === 'string') return;
  for (const each of file.facts.bindings) {
    if (each.type !== type || each.from > 0 || bindings.has(each)) continue;
    bindings.add(each);
    if (each.value.is === 'text') emitTexts(each.value, [], references);
  }
}

/** Names of an object that are keys themselves: `type FlagKey = keyof typeof DEFAULTS`. */
function emitNames(value: Value, references: Reference[]): void {
  for (const { name, start, isComputed } of membersOf(value) ?? []) {
    if (isKeyText(name) && isComputed !== true)
      references.push({ key: name, kind: 'definition', start, end: start + name.length, call: undefined });
  }
}

function emitTexts(value: Value, way: readonly string[], references: Reference[]): void {
  switch (value.is) {
    case 'text':
      if (isKeyText(value.text))
        references.push({
          key: value.text,
          kind: 'definition',
          start: value.start,
          end: value.end,
          call: undefined,
        });
      break;
    case 'choice':
    case 'list':
      for (const each of value.of) emitTexts(each, way, references);
      break;
    case 'call':
      // `parameters.get('name') || 'nav'`: what others are asked for is no key.
      if (isBuilder(value.name) || membersOf(value))
        for (const { value: given } of value.given.slice(0, 1)) emitTexts(given, way, references);
      break;
    case 'members': {
      const last = way.findLast((name) => name !== '*') ?? '';
      // A member of any element: `LIST.*.flag`.
      const isPart = isKeyMember.test(last) || way[way.lastIndexOf(last) - 1] === '*';
      for (const member of value.of) {
        if (member.value.is === 'members' || member.value.is === 'call')
          emitTexts(member.value, way, references);
        else if (!isPart || member.name === last) emitTexts(member.value, way, references);
      }
      break;
    }
    default:
  }
}
