/** PostHog refuses any other character in a flag key, and keys of over 400 characters. */
const allowed = /^[A-Za-z0-9_-]+$/;
const maxLength = 400;

/** Why the text cannot be the key of a new experiment's flag, or undefined when it can. */
export function flagKeyObstacle(key: string, taken: ReadonlySet<string>): string | undefined {
  if (key === '') return 'Give the new feature flag a key.';
  if (!allowed.test(key)) return 'Only letters, numbers, hyphens and underscores are allowed.';
  if (key.length > maxLength) return `A flag key has at most ${maxLength} characters.`;
  return taken.has(key) ? flagInUse : undefined;
}

export const flagInUse = 'Another experiment uses this key. Two experiments on one flag disturb each other.';

/** A free key made from a name: `Checkout CTA (new!)` → `checkout-cta-new`, then `checkout-cta-new-2`. */
export function proposeFlagKey(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? ['experiment'];
  return nextFree(words.join('-').slice(0, 60).replace(/-$/, ''), taken);
}

/** A free key beside an existing one: `checkout-cta` → `checkout-cta-2`, `checkout-cta-2` → `checkout-cta-3`. */
export function nextFree(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  const [, stem = key, number = '1'] = /^(.*)-(\d{1,6})$/.exec(key) ?? [];
  for (let next = Number(number) + 1; ; next++) {
    const ending = `-${next}`;
    const candidate = stem.slice(0, maxLength - ending.length) + ending;
    if (!taken.has(candidate)) return candidate;
  }
}
