/**
 * Notes what is looked at beyond one file, so that it can be told which changes of other files matter to it: each is a
 * text, as {@link fileKey} and the others make them.
 */
export class Trace {
  #seen: Set<string> | undefined;

  note(key: string): void {
    this.#seen?.add(key);
  }

  /** What `work` makes, and what it looked at, which whoever is around it has looked at too. */
  record<T>(work: () => T, seen = new Set<string>()): readonly [made: T, seen: ReadonlySet<string>] {
    const around = this.#seen;
    this.#seen = seen;
    try {
      return [work(), seen];
    } finally {
      this.#seen = around;
      if (around) for (const key of seen) around.add(key);
    }
  }

  noteAll(keys: Iterable<string>): void {
    if (this.#seen) for (const key of keys) this.#seen.add(key);
  }
}

/** What is made once and asked for often: who asks later has seen what was seen for it. */
export class Remembered<T> {
  readonly #known = new Map<string, readonly [made: T, seen: ReadonlySet<string>]>();

  constructor(private readonly trace: Trace) {}

  get(key: string, make: () => T): T {
    const known = this.#known.get(key);
    if (known) {
      this.trace.noteAll(known[1]);
      return known[0];
    }
    const made = this.trace.record(make);
    this.#known.set(key, made);
    return made[0];
  }

  clear(): void {
    this.#known.clear();
  }
}

export function touches(seen: ReadonlySet<string>, changed: ReadonlySet<string>): boolean {
  const [few, many] = seen.size < changed.size ? [seen, changed] : [changed, seen];
  for (const key of few) if (many.has(key)) return true;
  return false;
}

/** All that a file says. */
export const fileKey = (path: string) => `file ${path}`;
/** Functions of a family of languages with this last name. */
export const functionKey = (family: string, last: string) => `function ${family} ${last}`;
/** Values that everybody knows, by their last name. */
export const bindingKey = (family: string, last: string) => `binding ${family} ${last}`;
/** Entries of an enum that is called so. */
export const enumKey = (family: string, name: string) => `enum ${family} ${name}`;
/** Which file a module's name means in a folder. */
export const moduleKey = (id: string) => `module ${id}`;
/** Which constants of a file are known to hold keys. */
export const usedKey = (path: string) => `used ${path}`;
