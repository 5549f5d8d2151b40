import type { Binding, Call, Export, Given, Import, Value } from '../facts';
import type { Grammar, Language } from '../language/language';
import { sdkNames } from '../sdk/names';
import { hashOf, kinds, type Tokens } from '../token/tokens';
import { noteAdapted } from './adapted';
import { beginsChain, mayCall, readChain } from './chain';
import { readClosure } from './closure';
import { readComponent } from './component';
import { Cursor } from './cursor';
import { readDeclaration } from './declaration';
import { hasArms, readArm } from './arm';
import { readPiped } from './piped';
import { EnumTexts } from './enumTexts';
import { isArrow, readArrow, readPlainMethod } from './function';
import { readBareCall } from './bareCall';
import { bindBlock, bindTrailing } from './callback';
import { isKeyLike } from './keyLike';
import { keywordsOf } from './keywords';
import { isOnEntry, mayBeRecord, plainNames } from './calleeNames';
import { KnownNames } from './knownNames';
import { readPipe } from './pipe';
import { noteRead, propertyWords } from './property';
import { isIgnoredCallee } from './ignored';
import type { Relevant } from './interest';
import { readForEach } from './entries';
import { exportRenamed } from './import';
import { noteReturn, readLoop, readRange } from './loop';
import { Scopes } from './scopes';
import { type SpecialWords, specialWords } from './specialWords';
import { readSwiftClosure } from './swiftClosure';
import { readGiven } from './value';

/** Reads the tokens of one file once, from left to right, and collects what they say. */
export class Reader {
  readonly cursor: Cursor;
  readonly scopes: Scopes;
  readonly grammar: Grammar;
  readonly imports: Import[] = [];
  readonly exports: Export[] = [];
  readonly bindings: Binding[] = [];
  readonly calls: Call[] = [];
  readonly enumTexts: EnumTexts;
  readonly #hasPipes: boolean;
  readonly #hasProperties: boolean;
  readonly #words: SpecialWords;
  readonly #keywords: ReadonlySet<number>;

  constructor(tokens: Tokens, language: Language) {
    this.cursor = new Cursor(tokens, language);
    this.scopes = new Scopes(this.cursor);
    this.grammar = language.grammar;
    this.enumTexts = new EnumTexts(this.bindings, tokens.text.length);
    this.#keywords = keywordsOf(language.grammar);
    this.#hasPipes = language.ids.includes('html');
    this.#hasProperties = propertyWords[this.grammar.family] !== undefined;
    this.#words = specialWords(this);
  }

  /** @param relevant what of the file matters, all of it unless said */
  read(relevant?: Relevant): void {
    const { cursor, scopes } = this;
    const { tokens } = cursor;
    const { isIndented = false } = this.grammar;
    const next = (token: number) => relevant?.next(token) ?? token;
    for (let token = next(0); token < tokens.count; token = next(token + 1)) {
      const kind = tokens.kind[token];
      const isLine = isIndented && (tokens.column[token] ?? -1) >= 0;
      if (kind === kinds.open || isLine || (tokens.start[token] ?? 0) >= scopes.nextEnd) scopes.enter(token);
      switch (kind) {
        case kinds.word:
          this.#word(token);
          break;
        case kinds.other:
          if (tokens.hash[token] === 61) this.#sign(token);
          else if (tokens.hash[token] === 124 && this.#hasPipes) readPipe(this, token);
          else if (tokens.hash[token] === 124 && this.grammar.family === 'ruby') bindBlock(this, token);
          break;
        case kinds.open:
          if (tokens.hash[token] === 123 && this.grammar.hasTrailingClosures) {
            bindTrailing(this, token);
            if (this.grammar.family === 'swift') readSwiftClosure(this, token);
          }
          if (tokens.hash[token] !== 40) break;
          // `Future<T?> get<T>(String key) {`: others begin with their name.
          if (this.grammar.hasPlainMethods && cursor.is(token - 1, '>')) readPlainMethod(this, token);
          if (this.grammar.family === 'dart') readClosure(this, token);
          if (beginsChain(cursor, token, this.isKeyword(token - 1))) this.#chain(token);
          break;
        case kinds.tag:
          readComponent(this, token);
          break;
        default:
      }
    }
    scopes.finish();
  }

  isKeyword(token: number): boolean {
    return this.#keywords.has(this.cursor.tokens.hash[token] ?? 0);
  }

  bind(
    token: number,
    name: string,
    value: Value,
    { type = '', isField = false, isEntry = false } = {},
  ): void {
    const isMember = isField || name.includes('.');
    const scope = isMember ? { from: 0, to: this.cursor.text.length } : this.scopes.scopeOf(token);
    const { from, to } = scope;
    const more = { ...(type !== '' && { type }), ...(isEntry && { isEntry: true as const }) };
    const binding: Binding = { name, value: this.scopes.settle(value), from, to, ...more };
    if ('parameters' in scope && to === Number.MAX_SAFE_INTEGER) this.#unsettled.push([binding, scope]);
    this.bindings.push(binding);
    this.known.add(name);
    if (isMember && value.is === 'text') this.known.addMember(name);
    if (name === 'exports') exportRenamed(this, value);
  }

  /** Binds a parameter of the function that was opened last to what it is given. */
  bindInside(name: string, value: Value): void {
    const { from, to } = this.scopes.innermost ?? { from: 0, to: 0 };
    this.scopes.forget(name);
    this.known.add(name);
    this.bindings.push({ name, value: this.scopes.settle(value), from, to });
  }

  /** Binds a name that is known between two places. */
  bindBetween(name: string, value: Value, from: number, to: number): void {
    this.known.add(name);
    this.bindings.push({ name, value: this.scopes.settle(value), from, to });
  }

  /** In functions whose end is not known yet. */
  readonly #unsettled: [{ -readonly [K in keyof Binding]: Binding[K] }, { readonly to: number }][] = [];

  settleScopes(): void {
    for (const [binding, scope] of this.#unsettled) binding.to = scope.to;
  }

  /** Notes a call if it may read a flag. */
  readonly addCall = (name: string, open: number, first: number): void => {
    const { cursor } = this;
    if (this.scopes.isHead(open)) return;
    if (name.endsWith('[]')) {
      if (cursor.kind(open + 1) === kinds.close || cursor.behind(open + 1) !== cursor.match(open)) {
        if (!cursor.isWord(open + 1) && !cursor.is(open + 1, '.')) return;
      }
    }
    const last = name.slice(name.lastIndexOf('.') + 1);
    const isIndex = name.endsWith('[]');
    if (isIndex && !mayBeRecord(name)) return;
    const isSdk = !isIndex && sdkNames.has(last) && !plainNames.has(last);
    if (
      last === 'capture' &&
      !cursor.text.slice(cursor.start(open), cursor.end(cursor.match(open))).includes('$feature_flag')
    )
      return;
    if (!isSdk && (isIgnoredCallee(name, this.grammar.family) || this.#keywords.has(hashOf(name)))) return;
    const given = readPiped(cursor, first, readGiven(cursor, open));
    this.note(name, given, cursor.start(first), cursor.end(open - 1), isSdk);
    if (this.grammar.family === 'python') noteAdapted(this, name, open, given);
  };

  note(
    name: string,
    given: readonly Given[],
    from: number,
    to: number,
    isSdk: boolean,
    isComponent = false,
  ): void {
    const settled = this.scopes.settleGiven(given);
    const kept = isSdk ? settled : settled.filter(({ value }) => isKeyLike(value, this.known.has));
    if (kept.length === 0 && !isSdk && (this.grammar.family === 'script' || !isOnEntry(name))) return;
    this.calls.push({ name, given: kept, from, to, ...(isComponent && { isComponent }) });
  }

  /** Names that may stand for a key. */
  readonly known = new KnownNames(this.imports);

  #word(token: number): void {
    const { cursor } = this;
    if (this.#isMember(token)) return;
    const hash = cursor.tokens.hash[token] ?? 0;
    if (hash === returnHash) noteReturn(this, token + 1);
    else if (hash === ofHash || hash === inHash) readLoop(this, token);
    else if (hash === rangeHash && this.grammar.family === 'go') readRange(this, token);
    else if (hash === forHash && this.grammar.family === 'jvm') readForEach(this, token);
    const special = this.#words.get(hash);
    if (special) special(token);
    const next = token + 1;
    const kind = cursor.kind(next);
    if (this.grammar.hasPlainMethods && kind === kinds.open && cursor.is(next, '('))
      readPlainMethod(this, next);
    if (kind === kinds.open || kind === kinds.other) {
      if (this.#keywords.has(hash)) return;
      // `@flags ["nav"]` of a module of Elixir, no look into something.
      const isAttribute = this.grammar.family === 'elixir' && cursor.isFirstOfLine(token);
      if (isAttribute && cursor.is(next, '[') && cursor.word(token).startsWith('@'))
        readBareCall(this, token, token, cursor.word(token));
      else if (cursor.tokens.hash[next] !== 61 && cursor.tokens.hash[next] !== 44) this.#chain(token);
    } else if (this.grammar.hasBareCalls && !this.#keywords.has(hash))
      readBareCall(this, token, token, cursor.word(token));
  }

  #chain(token: number): void {
    const { cursor } = this;
    const { hasBareCalls = false } = this.grammar;
    if (this.#hasProperties) noteRead(this, token);
    if (!hasBareCalls && !mayCall(cursor, token)) return;
    const chain = readChain(cursor, token, cursor.tokens.count, this.addCall);
    if (chain && chain.open < 0 && hasBareCalls) readBareCall(this, token, chain.next - 1, chain.name);
  }

  /** Whether the word is behind a dot, so that the chain it is in was read already. */
  #isMember(token: number): boolean {
    const { cursor } = this;
    if (cursor.is(token - 1, '.')) {
      // The body of an abstract method: `...`.
      if (cursor.is(token - 2, '.') && cursor.isFirstOfLine(token)) return false;
      const before = cursor.kind(token - 2);
      return (
        before === kinds.word ||
        before === kinds.close ||
        before === kinds.text ||
        before === kinds.other ||
        before === kinds.tail
      );
    }
    return (
      (this.grammar.family === 'php' && cursor.is(token - 1, '>') && cursor.isPair(token - 2, '-', '>')) ||
      (cursor.is(token - 1, ':') && cursor.isPair(token - 2, ':', ':'))
    );
  }

  #sign(token: number): void {
    const isOfArrow = isArrow(this.cursor, token);
    if (isOfArrow && hasArms.has(this.grammar.family)) readArm(this, token);
    if (isOfArrow && this.grammar.hasArrows) readArrow(this, token);
    else if (!isOfArrow || !hasArms.has(this.grammar.family)) readDeclaration(this, token);
  }
}

const [returnHash, ofHash, inHash, forHash, rangeHash] = ['return', 'of', 'in', 'for', 'range'].map(hashOf);
