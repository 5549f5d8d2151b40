import type { Call, Member, Value } from '../facts';
import { isKeyText } from '../read/keyLike';
import type { Reference } from '../reference';
import { lastOf, type SourceFile } from './file';

/** Tests make flags up, as a server would answer them. */
const ofTests = /(?:[._-](?:test|spec)\.\w+$|(?:^|\/)(?:__tests__|tests?|fixtures|mocks)\/)/;
type IsKey = (text: string) => boolean;
/** Names of things that hold or take keys of flags. */
const ofFlags = /flag/i;

/**
 * Literals that name a flag without reading it: a key that calls of the project read, given to what is called after
 * flags (`gate.flagOn('nav')`), as a property of that name (`featureFlag: 'nav'`), or in a list of that name with other
 * keys. `keys` are those that calls read; keys of such lists count as well, and are added to `more`.
 */
export function emitLearned(file: SourceFile, keys: ReadonlySet<string>, more: Set<string>): Reference[] {
  if (keys.size === 0 || ofTests.test(file.path)) return [];
  const references: Reference[] = [];
  const found = new Set<string>();
  const isKey = (text: string) => keys.has(text) || found.has(text);
  for (const { name, value } of file.facts.bindings) {
    if (ofFlags.test(name) && value.is === 'list') references.push(...listed(value, isKey, found));
  }
  for (const { value } of file.facts.bindings) visit(value, isKey, references);
  for (const call of file.facts.calls) references.push(...given(call, isKey));
  if (references.length === 0 || file.facts.vendors.length > 0) return [];
  for (const key of found) more.add(key);
  return references;
}

/** A list of which half is known as keys is one of keys. */
function listed({ of }: Value & { is: 'list' }, isKey: IsKey, more: Set<string>): readonly Reference[] {
  const texts = of.filter((each) => each.is === 'text');
  const known = texts.filter(({ text }) => isKey(text));
  if (texts.length < of.length || known.length * 2 < texts.length || known.length === 0) return [];
  for (const { text } of texts) if (isKeyText(text)) more.add(text);
  return texts.map((each) => reference(each, 'definition'));
}

function visit(value: Value, isKey: IsKey, references: Reference[]): void {
  if (value.is === 'list') for (const each of value.of) visit(each, isKey, references);
  if (value.is === 'call') for (const each of value.given) visit(each.value, isKey, references);
  if (value.is === 'members') {
    for (const member of value.of) {
      if (isOfFlag(member, isKey)) references.push(reference(member.value, 'definition'));
      else visit(member.value, isKey, references);
    }
  }
}

function isOfFlag(member: Member, isKey: IsKey): member is Member & { value: Value & { is: 'text' } } {
  return member.value.is === 'text' && ofFlags.test(member.name) && isKey(member.value.text);
}

function given(call: Call, isKey: IsKey): readonly Reference[] {
  const isReader = ofFlags.test(lastOf(call.name));
  return call.given.flatMap(({ slot, value }): Reference[] => {
    if (value.is !== 'text' || !isKey(value.text)) return [];
    if (!isReader && !(typeof slot === 'string' && ofFlags.test(slot))) return [];
    return [{ ...reference(value, call.isComponent ? 'component' : 'wrapper'), call: call.name }];
  });
}

function reference({ text, start, end }: Value & { is: 'text' }, kind: Reference['kind']): Reference {
  return { key: text, kind, start, end, call: undefined };
}
