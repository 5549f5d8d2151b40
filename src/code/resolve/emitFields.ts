import { isKeyText } from '../read/keyLike';
import type { Reference } from '../reference';
import type { EmitContext } from './emit';
import { lastOf, type SourceFile } from './file';
import { keysOf } from './keys';

/** Fields that say by their name that they hold a flag of PostHog: what reads them often asks for them by name alone. */
export const ofPostHog = /^_*post_?hog_?(?:feature_?)?flags?(?:_?(?:keys?|names?))?$/i;

/**
 * The keys that such fields of a class hold: `posthog_feature_flag = 'tasks'`, a constant, a list, or an object whose
 * names are flags and whose values are lists.
 */
export function emitFields({ evidence, onUse }: EmitContext, file: SourceFile): Reference[] {
  if (!file.facts.namesPostHog) return [];
  const fields = file.facts.bindings.filter(({ name, from }) => from === 0 && ofPostHog.test(lastOf(name)));
  // Vendors last: to find them takes as long as all the rest.
  if (fields.length === 0 || file.facts.vendors.length > 0) return [];
  return fields.flatMap(({ value, from }): Reference[] => {
    if (value.is === 'members') {
      return value.of.flatMap(({ name: key, start, value: held }) =>
        held.is === 'list' && isKeyText(key) ? [definition(key, start, start + key.length)] : [],
      );
    }
    return keysOf(evidence.names, file, value, from).flatMap(({ key, start, end, through }): Reference[] => {
      for (const found of through ?? []) onUse(found);
      if (!through) return [definition(key, start, end)];
      return through.some(({ way }) => way.includes('*'))
        ? []
        : [{ ...definition(key, start, end), kind: 'use' }];
    });
  });
}

function definition(key: string, start: number, end: number): Reference {
  return { key, kind: 'definition', start, end, call: undefined };
}
