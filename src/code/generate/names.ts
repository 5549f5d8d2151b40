/** Words of a key that a name can be made of. */
function wordsOf(key: string): readonly string[] {
  const words = key.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  const [first = ''] = words;
  // No name begins with a digit, and none is empty.
  return /^[a-z]/i.test(first) ? words : ['flag', ...words];
}

export const spellings = {
  camel: (key: string): string => {
    const [first = '', ...rest] = wordsOf(key);
    return first.toLowerCase() + rest.map(capital).join('');
  },
  pascal: (key: string): string => wordsOf(key).map(capital).join(''),
  upper: (key: string): string => wordsOf(key).join('_').toUpperCase(),
} as const;

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** Names in one scope: each is given once, whatever two keys have in common. */
export class UniqueNames {
  readonly #given = new Set<string>();

  constructor(private readonly reserved: ReadonlySet<string> = new Set()) {}

  take(name: string): string {
    const base = this.reserved.has(name) ? `${name}Flag` : name;
    let free = base;
    for (let number = 2; this.#given.has(free); number++) free = `${base}_${number}`;
    this.#given.add(free);
    return free;
  }
}
