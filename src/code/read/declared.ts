import { hashOf, kinds, type Tokens } from '../token/tokens';
import { hashes, type Units } from './units';

const beforeName = hashes('async function');
const [returnHash, importHash, fromHash, requireHash] = ['return', 'import', 'from', 'require'].map(hashOf);
const [classHash, enumHash, namespaceHash] = ['class', 'enum', 'namespace'].map(hashOf);
const maxSteps = 400;
const maxHead = 30;
/** What is known of a token. */
const named = 1;
/** What is known of a unit. */
const opensBlock = 1;
const contains = 2;
const returns = 4;
const hasTexts = 8;
const hasBraces = 16;

/** Where the units of a script declare names. */
export class Declared {
  readonly #tokens: Uint8Array;
  readonly #units: Uint8Array;
  /** The strings that name modules. */
  readonly modules: number[] = [];
  /** Units that are members of a container, or that return something. */
  readonly parts: number[] = [];

  constructor(
    private readonly tokens: Tokens,
    private readonly units: Units,
  ) {
    const { count, kind, hash } = tokens;
    this.#tokens = new Uint8Array(count);
    this.#units = new Uint8Array(units.first.length);
    for (let token = 0; token < count; token++) {
      const unit = units.of[token] ?? 0;
      switch (kind[token]) {
        case kinds.word:
          this.#word(unit, hash[token] ?? 0);
          break;
        case kinds.text:
          this.#note(unit, hasTexts);
          if (this.#isModule(token)) this.modules.push(token);
          break;
        case kinds.other:
          if (hash[token] === 61) this.#sign(token, unit);
          break;
        case kinds.open:
          if (hash[token] !== 123) break;
          if (units.isBlock[token] === 1) this.#block(token, unit);
          else this.#note(unit, hasBraces);
          break;
        default:
      }
    }
    for (let unit = 0; unit < units.first.length; unit++) {
      const owner = units.owner[unit] ?? -1;
      if (owner >= 0 && (this.#is(owner, contains) || this.#is(unit, returns))) this.parts.push(unit);
    }
  }

  /** Whether the word is declared where it stands, or belongs to the head of a block. */
  isHere(token: number): boolean {
    const unit = this.#units[this.units.of[token] ?? 0] ?? 0;
    return this.#tokens[token] !== 0 || (unit & opensBlock) !== 0;
  }

  /** Whether the word names a function or a value. */
  isNamed(token: number): boolean {
    return this.#tokens[token] === named;
  }

  isContainer(unit: number): boolean {
    return this.#is(unit, contains);
  }

  /** Whether the unit has strings in an object, or is a member that may be one of an enum. */
  holdsTexts(unit: number): boolean {
    const known = this.#units[unit] ?? 0;
    const owner = this.units.owner[unit] ?? -1;
    return (known & hasTexts) !== 0 && ((known & hasBraces) !== 0 || (owner >= 0 && this.isContainer(owner)));
  }

  #is(unit: number, what: number): boolean {
    return ((this.#units[unit] ?? 0) & what) !== 0;
  }

  #note(unit: number, what: number): void {
    this.#units[unit] = (this.#units[unit] ?? 0) | what;
  }

  #word(unit: number, hash: number): void {
    if (hash === returnHash) this.#note(unit, returns);
    else if (hash === classHash || hash === enumHash || hash === namespaceHash) this.#note(unit, contains);
  }

  /** `import 'm'`, `from 'm'`, `require('m')`. */
  #isModule(text: number): boolean {
    const { kind, hash } = this.tokens;
    const before = kind[text - 1] === kinds.open ? text - 2 : text - 1;
    if (kind[before] !== kinds.word) return false;
    const word = hash[before];
    return before === text - 1 ? word === fromHash || word === importHash : word === requireHash;
  }

  /** Names before `=`, or before the parameters of an arrow. */
  #sign(token: number, unit: number): void {
    const { hash, kind, match } = this.tokens;
    if (kind[token + 1] === kinds.other && hash[token + 1] === 62) {
      this.#function(token - 1, unit);
      return;
    }
    for (let at = token - 1, steps = 0; steps < maxSteps && at >= 0; steps++) {
      if (this.units.of[at] !== unit || (kind[at] === kinds.other && hash[at] === 61)) return;
      if (kind[at] === kinds.word) this.#tokens[at] = named;
      const open = kind[at] === kinds.close ? (match[at] ?? -1) : -1;
      at = open >= 0 && this.units.isBlock[open] === 1 ? open - 1 : at - 1;
    }
  }

  #block(token: number, unit: number): void {
    this.#note(unit, opensBlock);
    const { kind, hash } = this.tokens;
    const isArrow = kind[token - 1] === kinds.other && hash[token - 1] === 62 && hash[token - 2] === 61;
    if (!isArrow) this.#function(token - 1, unit);
  }

  /** The name of the function whose head ends here: `name(…)`, `name(…): Type`, `name: (…)`, `name: function (…)`. */
  #function(last: number, unit: number): void {
    const { kind, hash, match } = this.tokens;
    if (kind[last] === kinds.word) this.#nameBefore(last);
    for (let at = last, steps = 0; steps < maxHead && at >= 0 && this.units.of[at] === unit; steps++) {
      const open = kind[at] === kinds.close ? (match[at] ?? -1) : -1;
      if (open >= 0 && hash[at] === 41 && (this.#nameBefore(open) || at === last)) return;
      at = open >= 0 ? open - 1 : at - 1;
    }
  }

  /** Notes the name before parameters; false when there is none. */
  #nameBefore(open: number): boolean {
    const { kind, hash } = this.tokens;
    let at = open - 1;
    if (kind[at] === kinds.other && hash[at] === 62) {
      for (let steps = 0; steps < maxHead && !(kind[at] === kinds.other && hash[at] === 60); steps++) at--;
      at--;
    }
    while (kind[at] === kinds.word && beforeName.has(hash[at] ?? 0)) at--;
    if (kind[at] === kinds.other && hash[at] === 58) at--;
    if (kind[at] !== kinds.word) return false;
    this.#tokens[at] = named;
    return true;
  }
}
