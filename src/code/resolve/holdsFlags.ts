import type { SourceFile } from './file';

/** Containers whose constants are flags, all of them. */
export const holdsFlags =
  /(?:flags?|features?|experiments|toggles|gates|(?:feature|experiment|toggle|gate)(?:key|name|constant|id)s?)(?:keys?|names?|constants?|ids?)?\.$/i;

/** What else stands beside flags. */
export const ofOthers =
  /(?:EVENT|COOKIE|STORAGE|PREFIX|SUFFIX|URL|HOST|TOKEN|API|PATH|HEADER|DEFAULT|CONTROL|GROUP|DISTINCT|PARAM|ENV)/;

/** When two texts of a class, and half of those that are called alike, are known as keys: which of all then are. */
export function mostlyUsed(
  { facts }: SourceFile,
  container: string,
  used: ReadonlySet<string>,
): ((name: string) => boolean) | undefined {
  const texts = facts.bindings.flatMap(({ name, value }) =>
    value.is === 'text' && name.startsWith(container) && !name.includes('.', container.length)
      ? [{ name, isLoud: loud.test(value.text) }]
      : [],
  );
  const keys = texts.filter(({ name }) => used.has(name));
  const isNamedSo = (name: string): boolean => sayFlags.test(name.slice(container.length));
  const areNamedSo = keys.every(({ name }) => isNamedSo(name));
  const alike = areNamedSo ? texts.filter(({ name }) => isNamedSo(name)) : texts;
  if (keys.length < 2 || keys.length * 2 < alike.length) return undefined;
  // `FORCE_NAV` beside keys of small letters is a variable of the environment.
  const isQuiet = !keys.some(({ isLoud }) => isLoud);
  const names = new Set(alike.filter(({ isLoud }) => !(isQuiet && isLoud)).map(({ name }) => name));
  return (name) => names.has(name);
}

const loud = /^[A-Z][A-Z0-9_]+$/;
const sayFlags = /flag|feature|experiment|toggle|variant/i;
