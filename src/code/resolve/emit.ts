import type { Call, Value } from '../facts';
import { isKeyText } from '../read/keyLike';
import type { Reference } from '../reference';
import type { SdkForm } from '../sdk/form';
import { emitFields } from './emitFields';
import { lastOf, type SourceFile } from './file';
import { keysOf } from './keys';
import { placed } from './placed';
import { type Evidence, findSdkForm, valuesAt } from './sdkCall';
import type { Found } from './descend';
import { type Change, same } from './wrapperSlots';
import type { Wrappers } from './wrappers';

/** Told of a constant that a call reads its key from. */
export type OnUse = (found: Found) => void;

/** What decides about references besides the file itself. */
export interface EmitContext {
  readonly evidence: Evidence;
  readonly wrappers: Wrappers;
  /** Names of own functions that take a key first, from the settings. */
  readonly flagFunctions: readonly string[];
  readonly onUse: OnUse;
  /** Keys of the project's flags. */
  readonly knownKeys: ReadonlySet<string>;
}

/** The references at the calls of a file. */
export function emitCalls(context: EmitContext, file: SourceFile): Reference[] {
  return [...emitFields(context, file), ...file.facts.calls.flatMap((call) => emitCall(context, file, call))];
}

function emitCall(context: EmitContext, file: SourceFile, call: Call): Reference[] {
  const { evidence, wrappers } = context;
  const form = findSdkForm(evidence, file, call);
  const kind = call.isComponent ? 'component' : form ? 'call' : 'wrapper';
  if (form) {
    return valuesAt(call, placed(form, file, call)).flatMap((value) =>
      form.holds
        ? emitHeld(context, file, call, value, form.holds)
        : emitValue(context, file, call, value, kind, same),
    );
  }
  const own = wrappers.keyValues(file, call);
  if (own.length > 0) {
    const meant = kind === 'wrapper' && isOfConstant(file, call) ? 'definition' : kind;
    return own.flatMap(([value, change]) => emitValue(context, file, call, value, meant, change));
  }
  const isNamed = context.flagFunctions.some((name) => call.name === name || call.name.endsWith(`.${name}`));
  const first = isNamed ? call.given[0]?.value : undefined;
  return first ? emitValue(context, file, call, first, kind, same) : emitKnown(context, file, call, kind);
}

const maker = /^(?:of|from|create|make|new|[A-Z]\w*)$/;

/** Whether a constant is made of what the call is given: `static final Flag NAV = Flag.of("nav")`. */
function isOfConstant({ facts, family }: SourceFile, { name, from }: Call): boolean {
  if (family === 'script' || !maker.test(lastOf(name))) return false;
  return facts.bindings.some(
    (each) =>
      each.from === 0 && each.value.is === 'call' && each.value.start === from && each.name.includes('.'),
  );
}

/** A key of the project at a call that nothing else is known of, unless it is another vendor's. */
function emitKnown(
  { knownKeys }: EmitContext,
  { facts }: SourceFile,
  call: Call,
  kind: Reference['kind'],
): Reference[] {
  const known = call.given.flatMap(({ value }): Reference[] => {
    if (value.is !== 'text' || !knownKeys.has(value.text)) return [];
    return [{ key: value.text, kind, start: value.start, end: value.end, call: call.name }];
  });
  return known.length > 0 && facts.vendors.length > 0 ? [] : known;
}

function emitValue(
  context: EmitContext,
  file: SourceFile,
  call: Call,
  value: Value,
  kind: Reference['kind'],
  change: Change,
): Reference[] {
  const keys = keysOf(context.evidence.names, file, value, call.from);
  if (keys.length === 0) {
    if (value.is === 'text' || value.is === 'list' || value.is === 'members') return [];
    const [start, end] = extentOf(value);
    return [{ key: undefined, kind: 'dynamic', start, end, call: call.name }];
  }
  return keys.flatMap(({ key, start, end, through }): Reference[] => {
    const changed = change(key);
    if (changed === undefined) return [];
    for (const found of through ?? []) context.onUse(found);
    // Any element of a list: which one, only the running program knows.
    if (through?.some(({ way }) => way.includes('*'))) return [];
    return [{ key: changed, kind: through ? 'use' : kind, start, end, call: call.name }];
  });
}

function extentOf(value: Value): [number, number] {
  if ('start' in value) return [value.start, value.end];
  const inner =
    value.is === 'members' ? value.of.map((member) => extentOf(member.value)) : value.of.map(extentOf);
  return [Math.min(...inner.map(([start]) => start)), Math.max(...inner.map(([, end]) => end))];
}

/** The objects of flags and of payloads that a client begins with. */
function bootstrapped(value: Value): readonly Value[] {
  if (value.is !== 'members') return [];
  return value.of.flatMap((member) => {
    if (member.name === 'bootstrap') return bootstrapped(member.value);
    return /^featureFlag(?:s|Payloads)$/.test(member.name) && member.value.is === 'members'
      ? [member.value]
      : [];
  });
}

/** Keys in a list, or keys that are the names of an object. */
function emitHeld(
  context: EmitContext,
  file: SourceFile,
  call: Call,
  value: Value,
  holds: NonNullable<SdkForm['holds']>,
): Reference[] {
  if (holds === 'bootstrap') {
    return bootstrapped(value).flatMap((each) => emitHeld(context, file, call, each, 'names'));
  }
  if (value.is === 'list')
    return value.of.flatMap((each) => emitValue(context, file, call, each, 'call', same));
  if (value.is === 'call')
    return value.given.flatMap((each) => emitHeld(context, file, call, each.value, holds));
  if (value.is === 'text') return emitValue(context, file, call, value, 'call', same);
  if (value.is !== 'members' || holds !== 'names')
    return value.is === 'name' ? emitNamed(context, file, call, value) : [];
  return value.of.flatMap(({ name, start, value: held, isComputed }): Reference[] => {
    if ((name === 'flags' || name === 'payloads') && (held.is === 'members' || held.is === 'list'))
      return emitHeld(context, file, call, held, holds);
    if (isComputed === true || name.includes('.')) {
      const found = context.evidence.names.find(file, name, start);
      const [key] = found ? keysOf(context.evidence.names, found.file, found.value, start) : [];
      if (!found || !key) return [];
      context.onUse(found);
      return [{ key: key.key, kind: 'use', start, end: start + name.length, call: call.name }];
    }
    return isKeyText(name)
      ? [{ key: name, kind: 'call', start, end: start + name.length, call: call.name }]
      : [];
  });
}

/** A constant with a list of keys, or the enum whose values they are: `Object.values(Flag)`. */
function emitNamed(
  context: EmitContext,
  file: SourceFile,
  call: Call,
  value: Value & { is: 'name' },
): Reference[] {
  for (const found of context.evidence.names.typed(file, value.name)) context.onUse(found);
  return emitValue(context, file, call, value, 'call', same);
}
