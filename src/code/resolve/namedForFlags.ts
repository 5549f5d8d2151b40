import { isKeyText } from '../read/keyLike';
import type { Found } from './descend';
import { lastOf, type SourceFile } from './file';

const nameOfFlags =
  /^(?:\w+_)?(?:FEATURE_FLAGS?(?:_KEYS|_NAMES)?|FLAG_(?:MAPPING|KEYS|NAMES|BY_[A-Z]+))$|^FeatureFlags?(?:Keys?|Names?)?$/;
const maxMembers = 2000;

/**
 * Objects of keys that nothing is seen to read, by their name, in a file that speaks of PostHog: keys are often read in
 * ways that no code shows.
 */
export function* namedForFlags(file: SourceFile): Generator<Found> {
  if (!file.facts.namesPostHog || file.facts.vendors.length > 0) return;
  for (const binding of file.facts.bindings) {
    const { value } = binding;
    if (binding.from > 0 || value.is !== 'members' || !nameOfFlags.test(lastOf(binding.name))) continue;
    if (value.of.length === 0 || value.of.length > maxMembers) continue;
    const areKeys = value.of.every(
      ({ name, value: held }) => /^\w+$/.test(name) && held.is === 'text' && isKeyText(held.text),
    );
    if (areKeys) yield { file, value, binding, way: [] };
  }
}
