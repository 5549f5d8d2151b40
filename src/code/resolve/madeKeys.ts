import type { Binding, Call, Value } from '../facts';
import { isOnEntry } from '../read/calleeNames';
import type { Reference } from '../reference';
import type { EmitContext } from './emit';
import { lastOf, type SourceFile } from './file';
import { callOf } from './given';
import { isBuilder, keysOf } from './keys';
import type { Wrappers } from './wrappers';

type NameValue = Value & { is: 'name' };

/**
 * Uses of constants that a wrapper of the project made of a key, be it a constructor or what calls one: with
 * `static final Flag NAV = Flag.of("nav")`, whose methods read what it was made of, these are `Flags.NAV.isOn()` and
 * `require(Flags.NAV)`.
 */
export function emitMade(context: EmitContext, file: SourceFile): Reference[] {
  return file.facts.calls.flatMap((call) =>
    [...askedIn(call), ...call.given.map(({ value }) => value)].flatMap((value) =>
      value.is === 'name' ? madeKeys(context, file, value, call) : [],
    ),
  );
}

/** Whether this is a constant that a wrapper makes of a key. */
export function isMade(wrappers: Wrappers, file: SourceFile, { name, value, from }: Binding): boolean {
  if (from > 0 || !name.includes('.') || value.is !== 'call' || value.on || !isBuilder(value.name))
    return false;
  return file.family !== 'script' && wrappers.slotsOf(file, callOf(value)).length > 0;
}

/** The constant that a call asks: `Flags.NAV` of `Flags.NAV.isOn()`. */
function askedIn({ name, from, to }: Call): readonly NameValue[] {
  if (!isOnEntry(name)) return [];
  const last = lastOf(name).length + 1;
  return [{ is: 'name', name: name.slice(0, -last), start: from, end: to - last }];
}

function madeKeys(
  { evidence, wrappers }: EmitContext,
  file: SourceFile,
  { name, start, end }: NameValue,
  { name: asked, from }: Call,
): Reference[] {
  const found = name.includes('.') ? evidence.names.find(file, name, from) : undefined;
  const made = found?.value;
  if (!found || made?.is !== 'call') return [];
  if (!isMade(wrappers, found.file, found.binding)) return [];
  return wrappers.keyValues(found.file, callOf(made)).flatMap(([value, change]) =>
    keysOf(evidence.names, found.file, value, made.start).flatMap((each): Reference[] => {
      const key = change(each.key);
      return key === undefined ? [] : [{ key, kind: 'use', start, end, call: asked }];
    }),
  );
}
