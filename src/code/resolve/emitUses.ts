import type { Value } from '../facts';
import type { Reference } from '../reference';
import type { Found } from './descend';
import type { EmitContext } from './emit';
import type { SourceFile } from './file';
import { keysOf } from './keys';

/**
 * Constants that are known to hold keys, handed to functions that are not known to read flags: `cache.isOn(Flag.nav)`.
 * Only members of something: a lone constant may be anything else there.
 */
export function emitUses(
  { evidence, wrappers }: EmitContext,
  file: SourceFile,
  isKey: (found: Found) => boolean,
): Reference[] {
  const references: Reference[] = [];
  for (const call of file.facts.calls) {
    if (!call.given.some(({ value }) => mayBeMember(value))) continue;
    const dotted = call.given.flatMap(({ value }) => namesIn(value)).filter(({ name }) => name.includes('.'));
    if (wrappers.keyValues(file, call).length > 0) continue;
    for (const name of dotted) {
      const [key] = keysOf(evidence.names, file, name, call.from);
      const [found] = key?.through ?? [];
      if (!key || !found || found.way.includes('*') || !isKey(found)) continue;
      references.push({ key: key.key, kind: 'use', start: key.start, end: key.end, call: call.name });
    }
  }
  return references;
}

/** Tells of most values in a moment that they are none. */
function mayBeMember(value: Value): boolean {
  if (value.is === 'name') return value.name.includes('.');
  return (value.is === 'choice' || value.is === 'list') && value.of.some(mayBeMember);
}

function namesIn(value: Value): readonly (Value & { is: 'name' })[] {
  if (value.is === 'name') return [value];
  return value.is === 'choice' || value.is === 'list' ? value.of.flatMap(namesIn) : [];
}
