import type { Import } from '../facts';

/** `FLAG`, `Flag.nav`, `flags.Nav`, `.nav`, `this.flag`, `kNavFlag`, `rawValue`. */
const constantLike = /^(?:[A-Z$@.]|k[A-Z]|(?:key|flagKey|rawValue)$)|\.[A-Z]|^(?:this|self|cls|static)\./;

/** Names that may stand for a key: imported, bound in this file so far, or spelled like a constant. */
export class KnownNames {
  readonly #names = new Set<string>();
  #importsSeen = 0;

  constructor(private readonly imports: readonly Import[]) {}

  add(name: string): void {
    this.#names.add(rootOf(name));
  }

  /** A constant of a class, which is named alone in there. */
  addMember(name: string): void {
    this.#names.add(name.slice(name.lastIndexOf('.') + 1));
  }

  readonly has = (name: string): boolean => {
    for (; this.#importsSeen < this.imports.length; this.#importsSeen++) {
      this.#names.add(this.imports[this.#importsSeen]?.name ?? '');
    }
    return this.#names.has(rootOf(name)) || constantLike.test(name);
  };
}

function rootOf(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
