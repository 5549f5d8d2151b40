import { kinds, type Tokens } from '../token/tokens';
import { Declared } from './declared';
import { hashes, Units } from './units';
import { WordPlaces } from './wordPlaces';

/** What of a project makes code of a document matter. */
export interface Interest {
  /** Hashes of names: of SDKs' methods, wrappers, constants that hold keys. */
  readonly words: Iterable<number>;
  /** Places in the text of words that may have to do with flags, and of strings that are keys of the project. */
  readonly placesIn: (text: string) => readonly number[];
  /** Whether a module's name means a file of the project that others need. */
  readonly isOwnModule: (module: string) => boolean;
  /** Whether all of the text matters: it is a file of flags. */
  readonly isWhole: boolean;
}

const maxRounds = 40;
/** What a word makes matter: all statements it stands in, or those that declare it. */
const strong = 1;
const weak = 2;
const keywords = hashes(
  'const let var export function async return if else for while new await class static readonly private public protected this true false null undefined import from default typeof void string number boolean any type as in of interface extends catch switch with function',
);
/** What of a unit is known to matter. */
const isRead = 1;
const isStrong = 2;
const isGiven = 4;

/**
 * Which statements of a script can change what is found in it: those that name what the project knows or what is called
 * after flags, what these declare (it may stand for a function that reads flags, or for a key), what declares the names in
 * them, and all that is around them. Errs by reading too much.
 */
export class Relevant {
  readonly #units: Units;
  readonly #state: Uint8Array;
  readonly #declared: Declared;
  readonly #words: WordPlaces;
  /** How the words matter that do, by their hash: two that share one make too much matter. */
  readonly #marks = new Map<number, number>();
  /** Words that matter more than when their places were last looked at. */
  readonly #pending: number[] = [];

  constructor(
    private readonly tokens: Tokens,
    { words, placesIn, isOwnModule }: Interest,
  ) {
    this.#units = new Units(tokens);
    this.#state = new Uint8Array(this.#units.first.length);
    this.#declared = new Declared(tokens, this.#units);
    this.#words = new WordPlaces(tokens);
    for (const hash of words) this.#mark(hash, strong);
    for (const place of placesIn(tokens.text)) this.#markPlace(place);
    for (const text of this.#declared.modules) this.#import(text, isOwnModule(tokens.textOf(text)));
    this.#spread();
    for (let round = 0; round < maxRounds && this.#readParts(); round++) this.#spread();
  }

  /** The first token from this one on that must be read; the number of tokens when there is none. */
  next(token: number): number {
    const { count } = this.tokens;
    const { of } = this.#units;
    const state = this.#state;
    let next = token;
    while (next < count && state[of[next] ?? 0] === 0) next++;
    return next;
  }

  #mark(hash: number, how: number): void {
    const known = this.#marks.get(hash) ?? 0;
    if ((known | how) === known || keywords.has(hash)) return;
    this.#marks.set(hash, known | how);
    this.#pending.push(hash);
  }

  /** Marks the word or string at a place of the text. */
  #markPlace(place: number): void {
    const { kind, hash } = this.tokens;
    const token = this.tokens.tokenAt(place);
    if (token < 0) return;
    if (kind[token] === kinds.word) this.#mark(hash[token] ?? 0, strong);
    else this.#readStrongly(this.#units.of[token] ?? 0);
  }

  #import(text: number, isOwn: boolean): void {
    const unit = this.#units.of[text] ?? 0;
    this.#read(unit);
    if (isOwn) this.#each(unit, (token) => this.#mark(this.tokens.hash[token] ?? 0, strong));
  }

  /** Reads what words make matter, until these words make no others matter. */
  #spread(): void {
    for (let hash = this.#pending.pop(); hash !== undefined; hash = this.#pending.pop()) {
      const isStrongly = ((this.#marks.get(hash) ?? 0) & strong) !== 0;
      this.#words.each(hash, (token) => {
        const unit = this.#units.of[token] ?? 0;
        if (isStrongly) this.#readStrongly(unit);
        else if (this.#state[unit] === 0 && this.#declared.isHere(token)) this.#read(unit);
      });
    }
  }

  /** Reads parts of what is read; false when there are none any more. */
  #readParts(): boolean {
    let isNew = false;
    for (const unit of this.#declared.parts) {
      if (this.#state[unit] !== 0 || !this.#isPartOfRead(unit)) continue;
      this.#read(unit);
      isNew = true;
    }
    return isNew;
  }

  /** Members of a class or an enum that is read, and what a function that is read returns. */
  #isPartOfRead(unit: number): boolean {
    const { owner } = this.#units;
    let around = owner[unit] ?? -1;
    if (this.#declared.isContainer(around)) return (this.#state[around] ?? 0) !== 0;
    for (let steps = 0; around >= 0 && steps < 6; steps++) {
      if ((this.#state[around] ?? 0) !== 0) return true;
      around = owner[around] ?? -1;
    }
    return false;
  }

  #read(unit: number): void {
    for (let at = unit; at >= 0 && this.#state[at] === 0; at = this.#units.owner[at] ?? -1) {
      this.#state[at] = isRead;
      this.#each(at, (token) => this.#mark(this.tokens.hash[token] ?? 0, weak));
      // Members of a constant that holds keys may be read anywhere.
      if (this.#declared.holdsTexts(at)) this.#give(at);
    }
  }

  #readStrongly(unit: number): void {
    if (((this.#state[unit] ?? 0) & isStrong) !== 0) return;
    this.#read(unit);
    this.#state[unit] = (this.#state[unit] ?? 0) | isStrong;
    for (let at = unit; at >= 0; at = this.#units.owner[at] ?? -1) {
      if (((this.#state[at] ?? 0) & isGiven) !== 0) break;
      this.#give(at);
    }
  }

  /** What the unit declares matters wherever it is named. */
  #give(unit: number): void {
    this.#state[unit] = (this.#state[unit] ?? 0) | isGiven;
    this.#each(unit, (token) => {
      if (this.#declared.isNamed(token)) this.#mark(this.tokens.hash[token] ?? 0, strong);
    });
  }

  #each(unit: number, visit: (word: number) => void): void {
    const { of, first } = this.#units;
    for (let token = first[unit] ?? 0; of[token] === unit; token = this.#units.behind(token))
      if (this.tokens.kind[token] === kinds.word) visit(token);
  }
}
