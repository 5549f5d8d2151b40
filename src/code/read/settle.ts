import type { Parameter, Value } from '../facts';
import type { OpenFunction } from './scopes';

/** Members of an enum's entry that are its key. */
const plainMembers = new Set(['rawValue', 'value', 'key', 'name', 'flagKey', 'id']);

/** Puts parameters of the functions around in the place of their names. */
export function settleValue(value: Value, around: readonly OpenFunction[], isScript: boolean): Value {
  const settle = (each: Value) => settleValue(each, around, isScript);
  switch (value.is) {
    case 'name': {
      const found = findParameter(value.name, around, isScript);
      return found && (found.rest === '' || plainMembers.has(found.rest))
        ? { is: 'parameter', ...found.place, start: value.start, end: value.end }
        : value;
    }
    case 'call': {
      const given = value.given.map((each) => ({ ...each, value: settle(each.value) }));
      const found = value.name.includes('.') ? findParameter(value.name, around, isScript, true) : undefined;
      if (!found || found.rest === '') return { ...value, given };
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
      return { ...value, of: value.of.map((each) => settle(each)) };
    case 'joined':
      return { ...value, of: value.of.map((each) => settle(each)) };
    case 'members':
      return { ...value, of: value.of.map((each) => ({ ...each, value: settle(each.value) })) };
    default:
      return value;
  }
}

function findParameter(
  name: string,
  around: readonly OpenFunction[],
  isScript: boolean,
  isCall = false,
): { place: { of: number; slot: number | string }; rest: string } | undefined {
  const dot = name.indexOf('.');
  const root = dot < 0 ? name : name.slice(0, dot);
  const rest = dot < 0 ? '' : name.slice(dot + 1);
  for (let at = around.length - 1; at >= 0; at--) {
    const { index, fact } = around[at] ?? {};
    if (!fact || index === undefined) continue;
    for (const [slot, parameter] of fact.parameters.entries()) {
      if (Array.isArray(parameter)) {
        const pair = parameter.find(([, inside]) => inside === root);
        if (pair) return { place: { of: index, slot: pair[0] }, rest };
      } else if ((parameter as Parameter).name === root) {
        const isMember =
          !isCall && rest !== '' && /^\w+$/.test(rest) && (isScript || !plainMembers.has(rest));
        return isMember
          ? { place: { of: index, slot: rest }, rest: '' }
          : { place: { of: index, slot }, rest };
      }
    }
  }
  return undefined;
}
