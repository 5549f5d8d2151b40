import type { SourceFile } from './file';

/** Containers whose constants are flags, all of them. */
export const holdsFlags =
  /(?:flags?|features|experiments|toggles|gates|(?:feature|experiment|toggle|gate)(?:key|name|constant|id)s?)(?:keys?|names?|constants?|ids?)?\.$/i;

/** Whether two texts of a class, and half of all, are known as keys: the others are then, too. */
export function areMostlyUsed({ facts }: SourceFile, container: string, used: ReadonlySet<string>): boolean {
  const texts = facts.bindings.filter(
    ({ name, value }) =>
      value.is === 'text' && name.startsWith(container) && !name.includes('.', container.length),
  );
  const keys = texts.filter(({ name }) => used.has(name)).length;
  return keys >= 2 && keys * 2 >= texts.length;
}
