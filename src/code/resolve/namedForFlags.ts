import type { Binding, Value } from '../facts';
import type { Family } from '../language/language';
import { isKeyText } from '../read/keyLike';
import type { Found } from './descend';
import { lastOf, type SourceFile } from './file';

const nameOfFlags =
  /^(?:\w+_)?(?:FEATURE_FLAGS?(?:_KEYS|_NAMES)?|FLAG_(?:MAPPING|KEYS|NAMES|BY_[A-Z]+))$|^FeatureFlags?(?:Keys?|Names?)?$/;
const maxMembers = 2000;
const saysFlags = /flag|experiment/i;

/** Classes and enums that can hold nothing else. */
const containerOfFlags = /^(?:[A-Z]\w*)?(?:FeatureFlags?|PostHogFlags?|PosthogFlags?)(?:Keys?|Names?)?$/;

/**
 * Objects of keys that nothing is seen to read, by their name, in a file that speaks of PostHog: keys are often read in
 * ways that no code shows.
 */
export function* namedForFlags(file: SourceFile): Generator<Found> {
  if (!file.facts.namesPostHog || file.facts.vendors.length > 0) return;
  for (const binding of file.facts.bindings) {
    const { value } = binding;
    yield* namesOfFlags(file, value);
    if (isConstantOfFlags(file.family, binding)) yield { file, value, binding, way: [] };
    if (binding.from > 0 || value.is !== 'members' || !nameOfFlags.test(lastOf(binding.name))) continue;
    if (value.of.length === 0 || value.of.length > maxMembers) continue;
    const areKeys = value.of.every(
      ({ name, value: held }) => /^\w+$/.test(name) && held.is === 'text' && isKeyText(held.text),
    );
    if (areKeys) yield { file, value, binding, way: [] };
  }
}

/** `type FlagName = keyof typeof DEFAULT_FLAGS`: the names of the object are keys, their values what they are without. */
function* namesOfFlags(file: SourceFile, type: Value): Generator<Found> {
  const object = type.is === 'call' && type.name === 'keyof' ? type.given[0]?.value : undefined;
  if (object?.is !== 'name' || !saysFlags.test(object.name)) return;
  for (const binding of file.bindingsCalled(object.name)) {
    const { value, from } = binding;
    if (from > 0 || value.is !== 'members' || value.of.length > maxMembers) continue;
    if (value.of.every(({ name, value: held }) => held.is !== 'text' && isKeyText(name)))
      yield { file, value, binding, way: ['keyof'] };
  }
}

/** `NEW_NAV = "new-nav"` in a class `FeatureFlags` whose constants could all be keys. */
function isConstantOfFlags(family: Family, { name, value, from }: Binding): boolean {
  const parts = name.split('.');
  const [container = '', own = ''] = parts.slice(-2);
  const isSpelled = family === 'swift' || family === 'dart' ? /^[a-z]\w*$/ : /^[A-Z]\w*$/;
  if (from > 0 || parts.length < 2 || !containerOfFlags.test(container) || !isSpelled.test(own)) return false;
  return value.is === 'text' && isKeyText(value.text);
}
