import type { Value } from '../facts';
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
  const atBindings = file.facts.bindings.flatMap(({ name: own, value, from }) =>
    value.is === 'members'
      ? namesSet(value, !isTest && saysFlag.test(lastOf(own))).flatMap((name) => use(name, from, undefined))
      : [],
  );
  const inLists = isTest
    ? []
    : file.facts.bindings.flatMap(({ name, value, from }) =>
        value.is === 'list'
          ? namesIn(value)
              .filter((each) => each.name.includes('.') || saysFlag.test(lastOf(name)))
              .flatMap((each) => use(each, from, undefined))
          : [],
      );
  const ofItems = isTest
    ? []
    : file.facts.bindings.flatMap(({ value, from }) =>
        namesHeld(value).flatMap((each) => use(each, from, undefined)),
      );
  // `for flag in [Flags.nav, Flags.menu]`
  const inLoops = file.facts.bindings.flatMap(({ name, value, from }) =>
    name.startsWith('for ') ? namesIn(value).flatMap((each) => use(each, from, undefined)) : [],
  );
  return [
    ...atCalls,
    ...atBindings,
    ...inLists,
    ...ofItems,
    ...inLoops,
    ...(file.family === 'script' ? [] : emitMade(context, file)),
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
