import type { FileFacts } from '../facts';
import { lastOf, type SourceFile } from './file';
import { pascal } from './spelling';
import { fileKey, functionKey } from './trace';
import type { WrapperSlots } from './wrapperSlots';

/** What of the wrappers is other than before, as whoever saw it has noted it. */
export function changedWrappers(
  before: WrapperSlots,
  after: WrapperSlots,
  files: Iterable<SourceFile>,
): Set<string> {
  const changed = new Set<string>();
  if (before === after) return changed;
  for (const file of new Set([...before.files, ...after.files])) {
    if (before.textOf(file) === after.textOf(file)) continue;
    changed.add(fileKey(file.path));
    for (const name of file.functionNames) changed.add(functionKey(file.family, name));
  }
  // Of what is called otherwise than any wrapper nothing more is seen.
  const [old, now] = [before.familyNames, after.familyNames];
  const names = new Set([...old, ...now].filter((name) => !old.has(name) || !now.has(name)));
  if (names.size === 0) return changed;
  for (const { path, family, facts } of files)
    if (mentions(facts, (name) => names.has(`${family} ${lastOf(name)}`))) changed.add(fileKey(path));
  return changed;
}

function mentions({ calls, bindings }: FileFacts, isMeant: (name: string) => boolean): boolean {
  return (
    calls.some(({ name, isComponent }) => isMeant(isComponent ? pascal(name) : name)) ||
    bindings.some(({ value }) => value.is === 'name' && isMeant(value.name))
  );
}
