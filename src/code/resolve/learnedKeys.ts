import type { Call, Member, Value } from '../facts';
import { isKeyText } from '../read/keyLike';
import type { Reference } from '../reference';
import { lastOf, type SourceFile } from './file';

/** Tests make flags up, as a server would answer them. */
export const ofTests =
  /(?:[._-](?:test|spec)\.\w+$|(?:^|\/)test_[\w-]+\.py$|\w(?:Test|Spec)\.\w+$|(?:^|\/)(?:__tests__|tests?|specs?|fixtures|mocks)\/)/;

export type FlagList = Value & { is: 'list' };

/** Names of things that hold or take keys of flags. */
const ofFlags = /flag/i;

/** A look into what holds flags: `flags.get('nav')`. */
const ofKeeper = /flags\.get$/i;

/** Lists that are called after flags, from which keys are learned. */
export function flagLists(file: SourceFile): readonly FlagList[] {
  const lists = ofTests.test(file.path) ? [] : listsIn(file);
  return lists.length === 0 || file.facts.vendors.length > 0 ? [] : lists;
}

function listsIn({ facts }: SourceFile): readonly FlagList[] {
  return facts.bindings.flatMap(({ name, value }) =>
    ofFlags.test(name) && value.is === 'list' ? [value] : [],
  );
}

/** A list of which half is known as keys is one of keys: all of it counts from then on. */
export function learnFrom(lists: readonly FlagList[], keys: Set<string>): void {
  for (const list of lists) for (const { text } of listed(list, keys)) if (isKeyText(text)) keys.add(text);
}

/** Names of what sets a flag for a test. */
const setters =
  /^(?:set|override|enable|disable|force|stub|mock|fake|with|turn)\w*(?:flag|feature|variant)|^(?:set|add)?_?override/i;

/** Keys that a test reads, where it sets them before: `flags.setOverride('nav', true)`. */
export function emitSet(file: SourceFile, read: readonly Reference[]): Reference[] {
  if (!ofTests.test(file.path) || file.facts.vendors.length > 0) return [];
  const keys = new Set(read.map(({ key }) => key));
  const places = new Set(read.map(({ start }) => start));
  return file.facts.calls.flatMap(({ name, given: [first] }): Reference[] => {
    if (first?.slot !== 0 || first.value.is !== 'text' || !setters.test(lastOf(name))) return [];
    if (!keys.has(first.value.text) || places.has(first.value.start)) return [];
    return [{ ...reference(first.value, 'wrapper'), call: name }];
  });
}

/**
 * Literals that name a flag without reading it: a key that calls of the project read, given to what is called after
 * flags (`gate.flagOn('nav')`), as a property of that name (`featureFlag: 'nav'`), or in a list of that name with other
 * keys.
 */
export function emitLearned(file: SourceFile, keys: ReadonlySet<string>): Reference[] {
  if (keys.size === 0 || ofTests.test(file.path)) return [];
  const references: Reference[] = [];
  for (const list of listsIn(file))
    for (const each of listed(list, keys)) references.push(reference(each, 'definition'));
  for (const { value, type } of file.facts.bindings) {
    if (type !== undefined && ofFlags.test(type)) references.push(...typed(value, keys));
    visit(value, keys, references);
  }
  for (const call of file.facts.calls) references.push(...given(file, call, keys));
  if (references.length === 0 || file.facts.vendors.length > 0) return [];
  return references;
}

function listed({ of }: FlagList, keys: ReadonlySet<string>): readonly (Value & { is: 'text' })[] {
  const texts = of.filter((each) => each.is === 'text');
  const known = texts.filter(({ text }) => keys.has(text));
  return texts.length < of.length || known.length * 2 < texts.length || known.length === 0 ? [] : texts;
}

function visit(value: Value, keys: ReadonlySet<string>, references: Reference[]): void {
  if (value.is === 'list') for (const each of value.of) visit(each, keys, references);
  if (value.is === 'call') for (const each of value.given) visit(each.value, keys, references);
  if (value.is === 'members') {
    for (const member of value.of) {
      if (isOfFlag(member, keys)) references.push(reference(member.value, 'definition'));
      else visit(member.value, keys, references);
    }
  }
}

/** What is declared to hold keys: `const NAV: FlagKey = 'nav'`, `const DEFAULTS: Record<FlagKey, boolean> = { nav: true }`. */
function typed(value: Value, keys: ReadonlySet<string>): readonly Reference[] {
  if (value.is === 'text') return keys.has(value.text) ? [reference(value, 'definition')] : [];
  if (value.is === 'list') return value.of.flatMap((each) => typed(each, keys));
  if (value.is !== 'members') return [];
  return value.of.flatMap(({ name, start, value: held, isComputed }): readonly Reference[] => {
    if (!keys.has(name) || isComputed) return typed(held, keys);
    const key: Reference = {
      key: name,
      kind: 'definition',
      start,
      end: start + name.length,
      call: undefined,
    };
    return [key, ...typed(held, keys)];
  });
}

function isOfFlag(
  member: Member,
  keys: ReadonlySet<string>,
): member is Member & { value: Value & { is: 'text' } } {
  return member.value.is === 'text' && ofFlags.test(member.name) && keys.has(member.value.text);
}

function given({ imports }: SourceFile, call: Call, keys: ReadonlySet<string>): readonly Reference[] {
  const isReader = ofFlags.test(imports.get(call.name)?.of ?? lastOf(call.name)) || ofKeeper.test(call.name);
  return call.given.flatMap(({ slot, value }): Reference[] => {
    if (value.is !== 'text' || !keys.has(value.text)) return [];
    if (!isReader && !(typeof slot === 'string' && ofFlags.test(slot))) return [];
    return [{ ...reference(value, call.isComponent ? 'component' : 'wrapper'), call: call.name }];
  });
}

function reference({ text, start, end }: Value & { is: 'text' }, kind: Reference['kind']): Reference {
  return { key: text, kind, start, end, call: undefined };
}
