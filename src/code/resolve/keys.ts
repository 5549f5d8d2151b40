import type { Value } from '../facts';
import { isKeyText } from '../read/keyLike';
import { lastOf, type SourceFile } from './file';
import type { Found } from './descend';
import type { Names } from './names';
import { returnedBy, rewrittenBy } from './returned';

/** A key that a value may be, and how the value gets to it. */
export interface FoundKey {
  readonly key: string;
  /** The value at the place asked about: the literal, or the name that stands for it. */
  readonly start: number;
  readonly end: number;
  /** Undefined for a literal in place; the bindings on the way otherwise. */
  readonly through: readonly Found[] | undefined;
}

const maxDepth = 8;
/** Names of members and arguments that hold a key beside other things: `{ key: 'nav', fallback: false }`. */
const keyMembers = ['key', 'flag', 'flagKey', 'featureFlag', 'name', 'id', 'value', 'slug'];
/** A member that holds the key of a thing which has other members: `{ name: 'nav', control: 'old' }`. */
export const isKeyMember =
  /^(?:key|flag|flagKey|flagName|flag_key|flag_name|name|id|value|slug|featureFlag|featureFlagKey|feature_flag)$/;
const builders =
  /^(?:of|from|create|define\w*|make|flag|featureFlag|String|str|eq|getattr|new|key|get|\w*[fF]lag\w*|string|[A-Z]\w*|as|valueOf|Symbol|to_string|freeze|computed|toValue|toRef|unref|ref|readonly|shallowRef|useMemo|createMemo|useRef|memo|enum|nativeEnum|picklist|literal|union)$/;

/** Whether what is called so makes a key, or what holds one, of its first argument. */
export function isBuilder(name: string): boolean {
  const last = lastOf(name);
  // `os.environ.get('NAME')` holds what another place knows.
  return builders.test(last) && (last !== 'get' || /flag|feature|experiment/i.test(name));
}

/** What an object that is a type of its own has as its key: `data object Nav : Flag { override val key = "nav" }` of Kotlin. */
function keyOfObject(names: Names, file: SourceFile, name: string, at: number): Found | undefined {
  if (file.family !== 'jvm' || !/^(?:\w+\.)*[A-Z]\w*$/.test(name)) return undefined;
  for (const member of keyMembers) {
    const found = names.find(file, `${name}.${member}`, at);
    // A member of something else may have the same last names.
    if (found?.value.is === 'text' && found.binding.name.endsWith(`${name}.${member}`)) return found;
  }
  return undefined;
}

/** All keys that this value may be. `at` is where it stands, for names that are known in a part of the text. */
export function keysOf(
  names: Names,
  file: SourceFile,
  value: Value,
  at: number,
  depth = 0,
): readonly FoundKey[] {
  if (depth > maxDepth) return [];
  switch (value.is) {
    case 'text':
      return isKeyText(value.text)
        ? [{ key: value.text, start: value.start, end: value.end, through: undefined }]
        : [];
    case 'name': {
      const found = names.find(file, value.name, at) ?? keyOfObject(names, file, value.name, at);
      if (!found) return [];
      return keysBehind(names, found, depth).map(({ key, through }) => ({
        key,
        start: value.start,
        end: value.end,
        through: [found, ...(through ?? [])],
      }));
    }
    case 'choice':
    case 'list':
      return value.of.flatMap((each) => keysOf(names, file, each, at, depth + 1));
    case 'joined':
      return joinedKey(names, file, value, at, depth);
    case 'call':
      return returnedKeys(names, file, value, at, depth) ?? keysMade(names, file, value, at, depth);
    case 'members': {
      const member = keyMembers.map((name) => value.of.find((each) => each.name === name)).find(Boolean);
      return member ? keysOf(names, file, member.value, at, depth + 1) : [];
    }
    case 'parameter':
    case 'other':
      return [];
  }
}

/**
 * Keys that a helper of the project makes: `flagFor(platform)` returns one of its literals, `flagName('nav')` its argument
 * with a prefix. Undefined when no such helper is called.
 */
function returnedKeys(
  names: Names,
  file: SourceFile,
  call: Value & { is: 'call' },
  at: number,
  depth: number,
): readonly FoundKey[] | undefined {
  const rewritten = rewrittenBy(names, file, call);
  if (rewritten) {
    return keysOf(names, file, rewritten.value, at, depth + 1).flatMap((each) => {
      const key = rewritten.rewrite(each.key);
      return key === undefined ? [] : [{ ...each, key }];
    });
  }
  const returned = returnedBy(names, file, call.name).flatMap(([owner, binding]) =>
    keysOf(names, owner, binding.value, binding.to, depth + 1).map(({ key }) => ({ key, owner, binding })),
  );
  if (returned.length === 0) return undefined;
  // Which of several, only the running program knows.
  const way = returned.length > 1 ? ['*'] : [];
  return returned.map(({ key, owner, binding }) => {
    const found: Found = { file: owner, value: binding.value, binding, way };
    return { key, start: call.start, end: call.end, through: [found] };
  });
}

/** Keys of what a call makes a key of: `Flag.of('nav')`, `computed(() => 'nav')`. */
function keysMade(
  names: Names,
  file: SourceFile,
  value: Value & { is: 'call' },
  at: number,
  depth: number,
): readonly FoundKey[] {
  if (value.is !== 'call') return [];
  if (value.given.length === 0 && !value.on && value.name.includes('.')) {
    // `flags::NAV.to_string()`
    const { name, start, end } = value;
    return keysOf(names, file, { is: 'name', name: `${name}()`, start, end }, at, depth + 1);
  }
  if (!isBuilder(value.name)) return [];
  return value.given.slice(0, 1).flatMap((given) => keysOf(names, file, given.value, at, depth + 1));
}

function keysBehind(names: Names, found: Found, depth: number): readonly FoundKey[] {
  const at = 'start' in found.value ? found.value.start : found.binding.to;
  return keysOf(names, found.file, found.value, Math.min(at, found.binding.to), depth + 1);
}

function joinedKey(
  names: Names,
  file: SourceFile,
  value: Value & { is: 'joined' },
  at: number,
  depth: number,
): readonly FoundKey[] {
  let key = '';
  for (const part of value.of) {
    const text = part.is === 'text' ? part.text : keysOf(names, file, part, at, depth + 1)[0]?.key;
    if (text === undefined) return [];
    key += text;
  }
  return isKeyText(key) ? [{ key, start: value.start, end: value.end, through: undefined }] : [];
}
