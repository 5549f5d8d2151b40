import type { Call, Member, Value } from '../facts';
import { isKeyText } from '../read/keyLike';
import type { Reference } from '../reference';
import { lastOf, type SourceFile } from './file';

/** Tests make flags up, as a server would answer them. */
const ofTests = /(?:[._-](?:test|spec)\.\w+$|(?:^|\/)(?:__tests__|tests?|fixtures|mocks)\/)/;
/** Names of things that hold or take keys of flags. */
const ofFlags = /flag/i;

/**
 * Literals that name a flag without reading it: a key that calls of the project read, given to what is called after
 * flags (`gate.flagOn('nav')`), as a property of that name (`featureFlag: 'nav'`), or in a list of that name with other
 * keys. `keys` are those that calls read; keys of such lists are added.
 */
export function emitLearned(file: SourceFile, keys: Set<string>): Reference[] {
  if (keys.size === 0 || file.facts.vendors.length > 0 || ofTests.test(file.path)) return [];
  const references: Reference[] = [];
  for (const { name, value } of file.facts.bindings) {
    if (ofFlags.test(name) && value.is === 'list') references.push(...listed(value, keys));
  }
  for (const { value } of file.facts.bindings) visit(value, keys, references);
  for (const call of file.facts.calls) references.push(...given(call, keys));
  return references;
}

/** A list of which half is known as keys is one of keys. */
function listed({ of }: Value & { is: 'list' }, keys: Set<string>): readonly Reference[] {
  const texts = of.filter((each) => each.is === 'text');
  const known = texts.filter(({ text }) => keys.has(text));
  if (texts.length < of.length || known.length * 2 < texts.length || known.length === 0) return [];
  for (const { text } of texts) if (isKeyText(text)) keys.add(text);
  return texts.map((each) => reference(each, 'definition'));
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

function isOfFlag(
  member: Member,
  keys: ReadonlySet<string>,
): member is Member & { value: Value & { is: 'text' } } {
  return member.value.is === 'text' && ofFlags.test(member.name) && keys.has(member.value.text);
}

function given(call: Call, keys: ReadonlySet<string>): readonly Reference[] {
  const isReader = ofFlags.test(lastOf(call.name));
  return call.given.flatMap(({ slot, value }): Reference[] => {
    if (value.is !== 'text' || !keys.has(value.text)) return [];
    if (!isReader && !(typeof slot === 'string' && ofFlags.test(slot))) return [];
    return [{ ...reference(value, call.isComponent ? 'component' : 'wrapper'), call: call.name }];
  });
}

function reference({ text, start, end }: Value & { is: 'text' }, kind: Reference['kind']): Reference {
  return { key: text, kind, start, end, call: undefined };
}
