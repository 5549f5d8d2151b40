import type { Parameter, Value } from '../facts';
import type { Family } from '../language/language';
import type { OpenFunction } from './scopes';

/** Members of an enum's entry that are its key, a symbol of Ruby as a text, and any element of a list. */
const plainMembers = new Set(['rawValue', 'value', 'key', 'name', 'flagKey', 'id', 'to_s', 'to_sym', '*']);
/** Where what is given is an object of a type, hardly ever a literal with members: more names, of .NET in capitals. */
const ofObjects = new Set(
  'value key name flagKey id raw slug flag flagName featureKey experimentKey keyName'.split(' '),
);

function holdsKey(member: string, family: Family): boolean {
  if (plainMembers.has(member)) return true;
  if (family === 'jvm') return ofObjects.has(member);
  return family === 'dotnet' && ofObjects.has(member.charAt(0).toLowerCase() + member.slice(1));
}

/** Puts parameters of the functions around in the place of their names. What holds none stays the same object. */
export function settleValue(value: Value, around: readonly OpenFunction[], family: Family): Value {
  switch (value.is) {
    case 'name': {
      const found = findParameter(value.name, around, family);
      return found && (found.rest === '' || holdsKey(found.rest, family))
        ? { is: 'parameter', ...found.place, start: value.start, end: value.end }
        : value;
    }
    case 'call': {
      const given = settleHeld(value.given, around, family);
      if (value.on) return { ...value, given, on: settleValue(value.on, around, family) };
      const found = value.name.includes('.') ? findParameter(value.name, around, family, true) : undefined;
      if (!found || found.rest === '') return given === value.given ? value : { ...value, given };
      const place = { start: value.start, end: value.end };
      let on: Value = { is: 'parameter', ...found.place, ...place };
      // `key.trim().toLowerCase()`: what the calls before the last are given is not known.
      const names = found.rest.split('.');
      for (const name of names.slice(0, -1))
        on = { is: 'call', name: name.replace(/\(\)$/, ''), given: [], on, ...place };
      return { ...value, name: names.at(-1) ?? '', given, on };
    }
    case 'choice':
    case 'list':
    case 'joined': {
      const of = mapChanged(value.of, (each) => settleValue(each, around, family));
      return of === value.of ? value : { ...value, of };
    }
    case 'members': {
      const of = settleHeld(value.of, around, family);
      return of === value.of ? value : { ...value, of };
    }
    default:
      return value;
  }
}

/** As {@link settleValue}, for arguments and members. */
export function settleHeld<T extends { readonly value: Value }>(
  list: readonly T[],
  around: readonly OpenFunction[],
  family: Family,
): readonly T[] {
  return mapChanged(list, (each) => {
    const value = settleValue(each.value, around, family);
    return value === each.value ? each : { ...each, value };
  });
}

/** The same list when `map` changes nothing in it: most values hold no parameter. */
function mapChanged<T>(list: readonly T[], map: (each: T) => T): readonly T[] {
  let changed: T[] | undefined;
  for (let at = 0; at < list.length; at++) {
    const each = list[at] as T;
    const mapped = map(each);
    if (mapped !== each) (changed ??= list.slice())[at] = mapped;
  }
  return changed ?? list;
}

function findParameter(
  name: string,
  around: readonly OpenFunction[],
  family: Family,
  isCall = false,
): { place: { of: number; slot: number | string }; rest: string } | undefined {
  const dot = name.indexOf('.');
  const root = dot < 0 ? name : name.slice(0, dot);
  const rest = dot < 0 ? '' : name.slice(dot + 1);
  for (let at = around.length - 1; at >= 0; at--) {
    const { index, fact } = around[at] ?? {};
    if (!fact || index === undefined) continue;
    for (let slot = 0; slot < fact.parameters.length; slot++) {
      const parameter = fact.parameters[slot];
      if (Array.isArray(parameter)) {
        const pair = parameter.find(([, inside]) => inside === root);
        if (pair) return { place: { of: index, slot: pair[0] }, rest };
      } else if ((parameter as Parameter).name === root) {
        const isMember =
          !isCall && rest !== '' && /^\w+$/.test(rest) && (family === 'script' || !holdsKey(rest, family));
        return isMember
          ? { place: { of: index, slot: rest }, rest: '' }
          : { place: { of: index, slot }, rest };
      }
    }
  }
  return undefined;
}
