import type { Binding } from '../facts';
import { mayBeBeside } from './besideFlags';
import type { Found } from './descend';
import { lastOf } from './file';
import { holdsFlags } from './holdsFlags';
import { isKeyMember } from './keys';

/**
 * Names of the bindings that hold keys, by file: `FLAGS`, and with the way into an object `FLAGS\nweb.nav`. May stand on
 * others, which it leaves as they are.
 */
export class UsedNames {
  readonly #byPath = new Map<string, Set<string>>();

  constructor(private readonly base?: UsedNames) {}

  get byPath(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#byPath;
  }

  get names(): readonly string[] {
    return [...this.#byPath.values()].flatMap((used) => [...used]);
  }

  of(path: string): ReadonlySet<string> {
    return this.#byPath.get(path) ?? this.base?.of(path) ?? none;
  }

  add(path: string, name: string): void {
    let used = this.#byPath.get(path);
    if (!used) this.#byPath.set(path, (used = new Set(this.of(path))));
    used.add(name);
  }

  addAll({ byPath }: UsedNames): void {
    for (const [path, names] of byPath) for (const name of names) this.add(path, name);
  }

  /** Files of which other names are known. */
  *differencesFrom(others: UsedNames): Generator<string> {
    for (const path of new Set([...this.#byPath.keys(), ...others.byPath.keys()])) {
      if ([...this.of(path)].join('\0') !== [...others.of(path)].join('\0')) yield path;
    }
  }

  use({ file, binding, way }: Found): void {
    // Any entry of an enum is its entries, not a part of one.
    const isWhole = way.length === 0 || (way[0] === '*' && binding.value.is === 'text');
    this.add(file.path, isWhole ? binding.name : `${binding.name}\n${way.join('.')}`);
  }

  /** Whether the value belongs to a constant, or to members, of which some are known as keys. */
  isUsed({ file, binding, way }: Found): boolean {
    const used = this.of(file.path);
    if (used.size === 0) return false;
    const dot = binding.name.lastIndexOf('.');
    if (way.length === 0 && dot < 0) return used.has(binding.name);
    const last = way.at(-1) ?? '';
    const isBeside = [...used].some(
      (name) => name.startsWith(`${binding.name}\n`) && isKeyMember.test(lastOf(name.replace('\n', '.'))),
    );
    if (isBeside && !isKeyMember.test(last)) return false;
    const owner = way.length === 0 ? binding.name.slice(0, dot + 1) : `${binding.name}\n`;
    const isAmongFlags = way.length > 0 || holdsFlags.test(owner);
    const hasNeighbours = isAmongFlags || binding.isEntry === true;
    for (const name of used) {
      if (name === binding.name) return true;
      if (!hasNeighbours || !name.startsWith(owner)) continue;
      // An enum may hold a constant with a key beside entries that are none.
      const beside = file.bindingsCalled(name);
      if (isAmongFlags ? way.length > 0 || mayBeBeside(beside, binding) : beside.some(isEntryOf)) return true;
    }
    return false;
  }
}

const isEntryOf = ({ isEntry }: Binding): boolean => isEntry === true;
const none: ReadonlySet<string> = new Set();
