import type { SourceFile } from './file';

/** Containers whose constants are flags, all of them. */
export const holdsFlags =
  /(?:flags?|features|experiments|toggles|gates|(?:feature|experiment|toggle|gate)(?:key|name|constant|id)s?)(?:keys?|names?|constants?|ids?)?\.$/i;

/** When two texts of a class, and half of those that are called alike, are known as keys: which of all then are. */
export function mostlyUsed(
  { facts }: SourceFile,
  container: string,
  used: ReadonlySet<string>,
): ((name: string) => boolean) | undefined {
  const texts = facts.bindings
    .filter(
      ({ name, value }) =>
        value.is === 'text' && name.startsWith(container) && !name.includes('.', container.length),
    )
    .map(({ name }) => name);
  const keys = texts.filter((name) => used.has(name));
  const isAlike = (name: string): boolean => sayFlags.test(name.slice(container.length));
  const alike = keys.every(isAlike) ? texts.filter(isAlike) : texts;
  if (keys.length < 2 || keys.length * 2 < alike.length) return undefined;
  return (name) => alike.includes(name);
}

const sayFlags = /flag|feature|experiment|toggle|variant/i;
