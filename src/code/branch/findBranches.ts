import { hashOf, kinds, type Tokens } from '../token/tokens';
import type { Reference } from '../reference';
import { endOfIndent, leaves, readChain } from './arms';
import type { Branch } from './branch';
import { readCases } from './cases';
import { anything, both, type Condition } from './condition';
import type { Choice, Comparison, Decisions } from './decision';
import { elementElseIf, elementHeads, findMatch, readComponent, readElements } from './elements';
import { findPredicate, invert, type Predicate } from './predicate';
import { calledAt, findRead, type Span } from './read';
import { Source } from './source';
import { findUse } from './use';
import { findMentions, findVariable } from './variable';

type Origin = Pick<Branch, 'key' | 'readAt'>;
/** What a condition says of a flag, and where that is read. */
type Decision = Pick<Predicate, 'whenTrue' | 'whenFalse'> & { readonly origin: Origin };

/** What a variable made from a flag stands for: its value, or what was asked of it. */
type Meaning = 'value' | Pick<Predicate, 'whenTrue' | 'whenFalse'>;

const readers = new Set(['call', 'wrapper', 'use']);
/** Reads whose value is no variant. */
const otherValue = /payload|remote_?config|payloads?$/i;
/** A variable made of a variable made of …: deeper is not followed. */
const maxDepth = 8;

/**
 * The code that runs for some variants only, by the references of a file and its tokens: statements, choices, cases,
 * what follows an early return. What is not sure is left out. In the order of the text.
 */
export function findBranches(
  tokens: Tokens,
  language: string,
  references: readonly Reference[],
): readonly Branch[] {
  return findDecisions(tokens, language, references).branches;
}

/** The same with the texts that variants are told apart by, and the statements that do. */
export function findDecisions(tokens: Tokens, language: string, references: readonly Reference[]): Decisions {
  const source = new Source(tokens, language);
  const collector = new Collector(source);
  for (const { key, kind, call, start } of references) {
    const token = key === undefined ? undefined : source.tokenAt(start);
    if (key === undefined || token === undefined) continue;
    const origin: Origin = { key, readAt: start };
    if (kind === 'component') collector.show(origin, token);
    if (call === undefined || !readers.has(kind) || otherValue.test(calledAt(source, token, call))) continue;
    const read = findRead(source, token);
    if (read) collector.follow(origin, read, 'value', 0);
  }
  return collector.finish();
}

class Collector {
  readonly #branches: Branch[] = [];
  readonly #comparisons: Comparison[] = [];
  readonly #choices: Choice[] = [];
  readonly #yesOrNo: number[] = [];
  /** By the keyword of the statement: what its condition says of each key. */
  readonly #statements = new Map<number, Map<string, Decision>>();

  constructor(private readonly source: Source) {}

  follow(origin: Origin, span: Span, meaning: Meaning, depth: number): void {
    const { source } = this;
    if (meaning === 'value') {
      const read = readCases(source, span);
      for (const { when, from, to } of read?.cases ?? []) this.#add(origin, when, { from, to });
      if (read) {
        const names = read.texts.map((token) => source.textOf(token));
        this.#compare(origin, read.texts);
        this.#choose(origin, read.keyword, names, read.hasRest);
      }
      if (read && read.cases.length > 0) return;
    }
    const predicate: Predicate | undefined =
      meaning === 'value' ? findPredicate(source, span) : { ...span, ...meaning };
    if (predicate?.texts) this.#compare(origin, predicate.texts);
    const use = predicate && findUse(source, predicate);
    // In a variable it may be asked for its name later.
    const isDirect = depth === 0 && meaning === 'value' && use !== undefined && use.is !== 'bound';
    if (isDirect && predicate?.texts?.length === 0) this.#yesOrNo.push(origin.readAt);
    switch (use?.is) {
      case 'statement':
        this.#decide(origin, use.keyword, use.predicate);
        break;
      case 'choice':
        this.#add(origin, use.predicate.whenTrue, use.yes);
        if (use.no) this.#add(origin, use.predicate.whenFalse, use.no);
        break;
      case 'bound': {
        const variable = depth < maxDepth ? findVariable(source, use.target) : undefined;
        if (variable === undefined) break;
        const isValue =
          meaning === 'value' && use.predicate.from === span.from && use.predicate.to === span.to;
        const held: Meaning = isValue
          ? 'value'
          : { whenTrue: use.predicate.whenTrue, whenFalse: use.predicate.whenFalse };
        for (const mention of findMentions(source, variable, use.target, use.predicate.to + 1))
          this.follow(origin, mention, held, depth + 1);
        break;
      }
      case undefined:
        break;
    }
  }

  /** A component that asks by itself. */
  show(origin: Origin, token: number): void {
    const shown = readComponent(this.source, token);
    if (shown) this.#add(origin, shown.when, shown);
    const match = findMatch(this.source, token);
    if (match !== undefined && this.source.kindOf(match) === kinds.text) this.#compare(origin, [match]);
  }

  finish(): Decisions {
    const { source } = this;
    if (this.#statements.size > 0) {
      // The arms of a statement stand side by side; elements have theirs within their tags.
      const levels = new Set([...this.#statements.keys()].map((keyword) => source.parentOf(keyword)));
      for (let at = 0; at < source.count; at++) {
        // Tens of thousands of words: a number tells most of them apart from these few.
        if (!headHashes.has(source.tokens.hash[at] ?? 0)) continue;
        if (!levels.has(source.parentOf(at)) && !source.isWord(at, elementHeads)) continue;
        if (source.isWord(at, heads) && !source.isWord(at - 1, 'else')) this.#readStatement(at);
      }
    }
    return {
      branches: this.#branches.toSorted((a, b) => a.start - b.start || b.end - a.end),
      comparisons: this.#comparisons.toSorted((a, b) => a.start - b.start),
      choices: this.#choices.toSorted((a, b) => a.start - b.start),
      yesOrNo: this.#yesOrNo,
    };
  }

  #compare({ key, readAt }: Origin, texts: readonly number[]): void {
    const { tokens } = this.source;
    for (const token of texts) {
      const [start = 0, end = 0] = [tokens.from[token], tokens.to[token]];
      this.#comparisons.push({ key, readAt, text: tokens.textOf(token), start, end });
    }
  }

  #choose({ key, readAt }: Origin, keyword: number, names: readonly string[], hasRest: boolean): void {
    const { tokens } = this.source;
    const [start = 0, end = 0] = [tokens.start[keyword], tokens.end[keyword]];
    this.#choices.push({ key, readAt, names, hasRest, start, end });
  }

  #decide(origin: Origin, keyword: number, predicate: Predicate): void {
    if (!this.source.isWord(keyword, decided)) return;
    const byKey = this.#statements.get(keyword) ?? new Map<string, Decision>();
    const { whenTrue, whenFalse } = this.source.isWord(keyword, 'unless') ? invert(predicate) : predicate;
    // Two reads of one flag in a condition are more than is understood here.
    const isKnown = byKey.has(origin.key);
    byKey.set(
      origin.key,
      isKnown ? { origin, whenTrue: undefined, whenFalse: undefined } : { origin, whenTrue, whenFalse },
    );
    this.#statements.set(keyword, byKey);
  }

  #readStatement(head: number): void {
    const { source } = this;
    if (source.isWord(head, 'guard')) return this.#readGuard(head);
    const chain = source.isWord(head, elementHeads) ? readElements(source, head) : readChain(source, head);
    const keys = new Set(
      chain.arms.flatMap(({ keyword = -1 }) => [...(this.#statements.get(keyword)?.keys() ?? [])]),
    );
    for (const key of keys) {
      let rest: Condition | undefined = anything;
      let origin: Origin | undefined;
      for (const arm of chain.arms) {
        const decision = arm.keyword === undefined ? undefined : this.#statements.get(arm.keyword)?.get(key);
        origin = decision?.origin ?? origin;
        this.#add(origin, meet(rest, decision ? decision.whenTrue : anything), arm);
        if (decision) rest = meet(rest, decision.whenFalse);
      }
      const areAllLeaving = chain.arms.every((arm) => leaves(source, arm));
      if (!chain.hasElse && areAllLeaving) this.#add(origin, rest, this.#restOfBlock(head, chain.after));
      const names = chain.arms.flatMap(({ keyword }) =>
        keyword === undefined ? [] : [namedBy(this.#statements.get(keyword)?.get(key)?.whenTrue)],
      );
      if (origin && names.length > 1 && names.every((each) => each.length > 0)) {
        const hasRest = chain.hasElse || chain.arms.some((arm) => leaves(source, arm));
        this.#choose(origin, head, names.flat(), hasRest);
      }
    }
  }

  /** Swift: what follows runs when the condition holds, the block when it does not. */
  #readGuard(head: number): void {
    const { source } = this;
    const limit = source.endOfLevel(head);
    let open = head + 1;
    while (open < limit && !source.isBracket(open, '{')) open = source.after(open);
    const close = source.matchOf(open);
    for (const { origin, whenTrue, whenFalse } of this.#statements.get(head)?.values() ?? []) {
      if (close === undefined) return;
      this.#add(origin, whenFalse, { from: open + 1, to: close - 1 });
      this.#add(origin, whenTrue, this.#restOfBlock(head, close + 1));
    }
  }

  #restOfBlock(head: number, from: number): Span {
    const { source } = this;
    const isBlock = source.kindOf(source.parentOf(head)) === kinds.open;
    if (source.blocks === 'braces') return { from, to: (isBlock ? source.endOfLevel(head) : from) - 1 };
    // What is further to the left belongs to what is around; a file's own level has no such end.
    const column = source.columnOf(head) ?? 0;
    const end = column === 0 ? from : endOfIndent(source, from, column - 1);
    return { from, to: end - 1 };
  }

  #add(origin: Origin | undefined, when: Condition | undefined, { from, to }: Span): void {
    const { tokens } = this.source;
    const start = tokens.start[from];
    const end = tokens.end[to];
    const isSure = origin && when && when.outcomes.length > 0;
    if (!isSure || from > to || start === undefined || end === undefined) return;
    this.#branches.push({ ...origin, ...when, start, end });
  }
}

const heads = new Set(['if', 'unless', 'guard', ...elementHeads]);
const headHashes = new Set([...heads].map(hashOf));
const decided = new Set([...heads, 'elif', 'elsif', 'elseif', elementElseIf]);

/** The variants that a condition asks for; none when it asks for something else. */
function namedBy(when: Condition | undefined): readonly string[] {
  if (!when || when.isNot) return [];
  return when.outcomes.filter((outcome) => outcome !== true);
}

function meet(a: Condition | undefined, b: Condition | undefined): Condition | undefined {
  return a && b && both(a, b);
}
