import type { Binding, Value } from '../facts';
import type { Reference } from '../reference';
import type { EmitContext } from './emit';
import { isDefined } from './emitDefinitions';
import { lastOf, type SourceFile } from './file';
import { keysOf } from './keys';
import { ofTests } from './learnedKeys';
import { emitMade } from './madeKeys';
import type { UsedNames } from './usedNames';

/** What flags are set to, as tests and stores name it: `{ featureFlags: { [Flag.nav]: true } }`. */
const ofFlags = /^(?:\w*(?:flags?|features|experiments|overrides))$/i;

/** A table that is called so says something of each flag: `const flagDefaults = { [Flag.nav]: false }`. */
const saysFlag = /flag|experiment/i;

/** What is called after flags may well be given a lone constant with a key: `useFeatureFlag(NEW_NAV)`. */
const asksForFlag = /flag|feature|experiment|variant/i;

/**
 * Constants that are known to hold keys, handed to functions that are not known to read flags: `cache.isOn(Flag.nav)`.
 * A lone constant only where the function is called after flags: it may be anything else elsewhere. So do names of objects in which flags are set.
 */
export function emitUses(
  context: EmitContext,
  file: SourceFile,
  used: UsedNames,
  note: (path: string) => void = () => undefined,
): Reference[] {
  const { evidence, wrappers } = context;
  const use = (name: NameValue, at: number, call: string | undefined): Reference[] => {
    const [key] = keysOf(evidence.names, file, name, at);
    const [found] = key?.through ?? [];
    if (!key || !found || found.way.includes('*')) return [];
    note(found.file.path);
    if (!used.isUsed(found) && !isDefined(found, used.of(found.file.path))) return [];
    return [{ key: key.key, kind: 'use', start: key.start, end: key.end, call }];
  };
  const atCalls = file.facts.calls.flatMap((call) => {
    const isAsking = asksForFlag.test(lastOf(call.name));
    if (!isAsking && !call.given.some(({ value }) => mayBeMember(value))) return [];
    const isOfFlags = ofFlags.test(lastOf(call.name));
    const set = call.given.flatMap(({ value }) => namesSet(value, isOfFlags));
    const named = call.given
      .flatMap(({ value }) => namesIn(value))
      .filter(({ name }) => isAsking || name.includes('.'));
    if (set.length + named.length === 0 || wrappers.keyValues(file, call).length > 0) return [];
    return [...set, ...named].flatMap((name) => use(name, call.from, call.name));
  });
  const isTest = ofTests.test(file.path);
  const atBindings = file.facts.bindings.flatMap((binding) =>
    namesAt(binding, isTest).flatMap((name) => use(name, binding.from, undefined)),
  );
  return [...atCalls, ...atBindings, ...(file.family === 'script' ? [] : emitMade(context, file))];
}

/** What a binding names that may be constants with keys. Tests make tables, lists and items up. */
function namesAt({ name, value }: Binding, isTest: boolean): readonly NameValue[] {
  const isOfFlags = !isTest && saysFlag.test(lastOf(name));
  // `for flag in [Flags.nav, Flags.menu]`
  const isLoop = name.startsWith('for ');
  const isList = value.is === 'list' && !isTest;
  const listed = isLoop || isList ? namesIn(value) : [];
  return [
    ...namesSet(value, isOfFlags),
    ...(isLoop ? listed : listed.filter((each) => isOfFlags || each.name.includes('.'))),
    ...(isTest ? [] : namesHeld(value)),
  ];
}

/** Tells of most values in a moment that they are none. */
function mayBeMember(value: Value): boolean {
  if (value.is === 'name') return value.name.includes('.');
  if (value.is === 'members') return true;
  return (value.is === 'choice' || value.is === 'list') && value.of.some(mayBeMember);
}

type NameValue = Value & { is: 'name' };

function namesIn(value: Value): readonly NameValue[] {
  if (value.is === 'name') return [value];
  return value.is === 'choice' || value.is === 'list' ? value.of.flatMap(namesIn) : [];
}

/** Constants that say of something which flag it hangs on: `{ href: '/team', flag: Flags.team }`. */
function namesHeld(value: Value): readonly NameValue[] {
  if (value.is === 'list') return value.of.flatMap(namesHeld);
  if (value.is !== 'members') return [];
  return value.of.flatMap(({ name, value: held }) =>
    ofFlag.test(name) ? namesIn(held).filter((each) => each.name.includes('.')) : namesHeld(held),
  );
}

const ofFlag = /^(?:\w+_?)?(?:[fF]lag|FLAG)(?:_?(?:[kK]ey|[nN]ame|[iI]d))?$/;

/** Names of constants that name what flags are set to, in an object that is called so. */
function namesSet(value: Value, isOfFlags: boolean): readonly NameValue[] {
  if (value.is !== 'members') return [];
  return value.of.flatMap(({ name, start, value: held, isComputed }): readonly NameValue[] => {
    if (isOfFlags && isComputed) return [{ is: 'name', name, start, end: start + name.length }];
    if (held.is === 'list' && ofFlags.test(name)) return namesIn(held);
    return namesSet(held, ofFlags.test(name));
  });
}
