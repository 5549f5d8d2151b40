import type { FunctionFact, Given, Parameter, Value } from '../facts';
import type { Cursor } from './cursor';
import { ScratchColumn } from './scratch';
import { settleHeld, settleValue } from './settle';

type Parameters = FunctionFact['parameters'];

/** A function while its body is read. */
export interface OpenFunction {
  readonly index: number;
  readonly fact: { -readonly [K in keyof FunctionFact]: FunctionFact[K] };
  /** Column of its first word, of an indented body; -1 for a body whose end is known. */
  readonly column: number;
}

interface Indented {
  readonly column: number;
  readonly parent: number;
  readonly prefix: string;
  readonly isFunction: boolean;
}

const maxPrefix = 200;
const scratch = new ScratchColumn();

/** What surrounds the current token: functions whose parameters are known, and the names of what holds members. */
export class Scopes {
  readonly functions: FunctionFact[] = [];
  readonly #open: OpenFunction[] = [];
  /** The name of the container or function a bracket belongs to; `''` adds nothing. */
  readonly #named = new Map<number, string>();
  /** The dotted names of all around, and for each bracket which of them is its own; 0 is none. */
  readonly #prefixes: string[] = [''];
  readonly #prefixAt: Int32Array;
  readonly #bodies = new Set<number>();
  readonly #heads = new Set<number>();
  readonly #enums = new Set<number>();
  readonly #indented: Indented[] = [];
  readonly #indentedFunctions: OpenFunction[] = [];

  constructor(private readonly cursor: Cursor) {
    this.#prefixAt = scratch.takeEmpty(cursor.tokens.count);
  }

  /** Where the innermost function ends that is not indented. */
  nextEnd = Number.MAX_SAFE_INTEGER;

  /** Leaves what ends before this token. */
  enter(token: number): void {
    const { cursor } = this;
    const start = cursor.start(token);
    while (this.#open.length > 0 && (this.#open.at(-1)?.fact.to ?? 0) <= start) this.#open.pop();
    this.nextEnd = this.#open.at(-1)?.fact.to ?? Number.MAX_SAFE_INTEGER;
    const column = cursor.tokens.column[token] ?? -1;
    if (this.#indented.length > 0 && column >= 0 && cursor.kind(token) !== 4)
      this.#dedent(token, column, start);
    if (cursor.kind(token) === 3) this.#namePrefix(token);
  }

  #namePrefix(open: number): void {
    const parent = this.cursor.parent(open);
    const around = parent >= 0 ? (this.#prefixAt[parent] ?? 0) : 0;
    const name = this.#named.get(open);
    const prefix = around > 0 ? (this.#prefixes[around] ?? '') : this.#indentedPrefix;
    // Longer names would cost more with every level of what is half typed.
    const isLonger = name !== undefined && name !== '' && prefix.length < maxPrefix;
    if (isLonger || (around === 0 && prefix !== ''))
      this.#prefixAt[open] = this.#prefixes.push(isLonger ? join(prefix, name) : prefix) - 1;
    else this.#prefixAt[open] = around;
  }

  get #indentedPrefix(): string {
    return this.#indented.at(-1)?.prefix ?? '';
  }

  /** Ends all indented bodies. */
  finish(): void {
    for (const each of this.#indentedFunctions) {
      if (each.fact.to === Number.MAX_SAFE_INTEGER) each.fact.to = this.cursor.text.length;
    }
  }

  #dedent(token: number, column: number, start: number): void {
    for (;;) {
      const top = this.#indented.at(-1);
      if (!top || top.column < column || this.cursor.parent(token) !== top.parent) return;
      this.#indented.pop();
      while (this.#open.length > 0) {
        const last = this.#open.at(-1);
        if (!last || last.column < column) break;
        last.fact.to = start;
        this.#open.pop();
      }
    }
  }

  /** The name of all that surrounds the token: `Flags.nested`. */
  prefixOf(token: number): string {
    const parent = this.cursor.parent(token);
    const at = parent >= 0 ? (this.#prefixAt[parent] ?? 0) : 0;
    return at > 0 ? (this.#prefixes[at] ?? '') : this.#indentedPrefix;
  }

  /** The dotted name of a value declared at this token: members have their container before them, locals do not. */
  declared(token: number, name: string): string {
    const parent = this.cursor.parent(token);
    const top = this.#indented.at(-1);
    if (this.cursor.language.grammar.isIndented)
      return top && !top.isFunction && parent === top.parent ? join(top.prefix, name) : name;
    return parent >= 0 && this.#named.has(parent) && !this.#bodies.has(parent)
      ? this.qualified(token, name)
      : name;
  }

  /** The dotted name of what is called `name` at this token. */
  qualified(token: number, name: string): string {
    return join(this.prefixOf(token), name);
  }

  nameBracket(open: number, name: string, isBody = false): void {
    if (!this.#named.has(open)) this.#named.set(open, name);
    if (isBody) this.#bodies.add(open);
  }

  isBody(open: number): boolean {
    return this.#bodies.has(open);
  }

  /** Begins an indented container or function at `token`. */
  indent(token: number, name: string, isFunction = false): void {
    let first = token;
    for (let steps = 0; steps < 6 && !this.cursor.isFirstOfLine(first); steps++) first--;
    const column = this.cursor.tokens.column[first] ?? -1;
    if (column < 0) return;
    const prefix = this.qualified(token, name);
    this.#indented.push({ column, parent: this.cursor.parent(first), prefix, isFunction });
  }

  /** Whether the parenthesis holds the parameters of a function. */
  isHead(open: number): boolean {
    return this.#heads.has(open);
  }

  /** Whether entries of an enum stand directly in this bracket. */
  isEnum(open: number): boolean {
    return this.#enums.has(open);
  }

  noteEnum(open: number): void {
    this.#enums.add(open);
  }

  noteHead(open: number): void {
    this.#heads.add(open);
  }

  open(
    name: string,
    parameters: Parameters,
    from: number,
    to: number,
    column = -1,
    isProperty = false,
  ): void {
    const fact = { name, parameters, from, to, ...(isProperty && { isProperty: true as const }) };
    const opened = { index: this.functions.length, fact, column };
    this.functions.push(fact);
    this.#open.push(opened);
    this.nextEnd = to;
    if (column >= 0) this.#indentedFunctions.push(opened);
  }

  /** A parameter of the innermost function whose value is known is none that callers give. */
  forget(name: string): void {
    const fact = this.#open.at(-1)?.fact;
    if (!fact) return;
    fact.parameters = fact.parameters.map((each) =>
      Array.isArray(each)
        ? each.filter(([, inside]: readonly [string, string]) => inside !== name)
        : (each as Parameter).name !== name
          ? each
          : { name: '' },
    );
  }

  /** Notes what the function around returns. */
  returns(name: string, at: number): void {
    const fact = this.#open.at(-1)?.fact;
    if (fact && (fact.returns?.length ?? 0) < 4) fact.returns = [...(fact.returns ?? []), { name, at }];
  }

  /** The innermost function around, undefined at the top. */
  get innermost(): FunctionFact | undefined {
    return this.#open.at(-1)?.fact;
  }

  /** Where a name that is declared at this token is known. */
  scopeOf(token: number): { from: number; to: number } | FunctionFact {
    const { cursor } = this;
    if (cursor.language.grammar.isIndented) return this.innermost ?? { from: 0, to: cursor.text.length };
    for (
      let open = cursor.parent(token), steps = 0;
      open >= 0 && steps < 20;
      open = cursor.parent(open), steps++
    ) {
      if (this.#bodies.has(open) && this.#named.get(open) !== undefined) {
        const match = cursor.match(open);
        return { from: cursor.start(open), to: match < 0 ? cursor.text.length : cursor.end(match) };
      }
      if (
        cursor.is(open, '{') &&
        cursor.text[cursor.start(open) - 1] !== '@' &&
        !this.#named.has(open) &&
        cursor.tokens.end[open] === cursor.start(open) + 1
      ) {
        const match = cursor.match(open);
        return { from: cursor.start(open), to: match < 0 ? cursor.text.length : cursor.end(match) };
      }
    }
    return { from: 0, to: cursor.text.length };
  }

  /** Puts parameters of the functions around in the place of their names. */
  settle(value: Value): Value {
    return settleValue(value, this.#open, this.cursor.language.grammar.family);
  }

  /** As {@link settle}, for all that a call is given. */
  settleGiven(given: readonly Given[]): readonly Given[] {
    return settleHeld(given, this.#open, this.cursor.language.grammar.family);
  }
}

function join(prefix: string, name: string): string {
  return prefix === '' ? name : name === '' ? prefix : `${prefix}.${name}`;
}
