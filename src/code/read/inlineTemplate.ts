import type { Call, Given, Value } from '../facts';
import { html } from '../language/web';
import { kinds, type Tokens } from '../token/tokens';
import { tokenize } from '../token/tokenize';
import { Cursor } from './cursor';
import { Reader } from './reader';
import type { Language } from '../language/language';

const template = /\btemplate\s*:/;

/** The calls in templates that stand in a component of Angular: `@Component({ template: '…' })`. */
export function readTemplates(tokens: Tokens, language: Language): readonly Call[] {
  if (!tokens.text.includes('@Component') || !template.test(tokens.text)) return [];
  const cursor = new Cursor(tokens, language);
  const calls: Call[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const kind = tokens.kind[token];
    if ((kind !== kinds.text && kind !== kinds.head) || !isTemplate(cursor, token)) continue;
    const from = tokens.from[token] ?? 0;
    const end = kind === kinds.head ? cursor.end(cursor.match(token)) : (tokens.to[token] ?? 0);
    // A quote that is escaped in the string around is none in the template; the length stays.
    const text = tokens.text.slice(from, end).replaceAll(/\\(['"`])([^'"`\\]*)\\\1/g, ' $1$2$1 ');
    const reader = new Reader(tokenize(text, html), html);
    reader.read();
    for (const call of reader.calls) {
      const given = call.given.map((each) => ({ ...each, value: shifted(each.value, from) }));
      calls.push({ ...call, given, from: call.from + from, to: call.to + from, isInTemplate: true });
    }
  }
  return calls;
}

/** Whether the string is the `template` of what a decorator is given. */
function isTemplate(cursor: Cursor, token: number): boolean {
  const isNamed = cursor.is(token - 1, ':') && cursor.word(token - 2) === 'template';
  const braces = isNamed ? cursor.parent(token) : -1;
  return braces > 1 && cursor.is(braces - 1, '(') && /^@?Component$/.test(cursor.word(braces - 2));
}

/** A value whose places are counted from further before. */
function shifted(value: Value, by: number): Value {
  switch (value.is) {
    case 'choice':
    case 'list':
      return { ...value, of: value.of.map((each) => shifted(each, by)) };
    case 'members':
      return {
        ...value,
        of: value.of.map((each) => ({ ...each, start: each.start + by, value: shifted(each.value, by) })),
      };
    case 'joined':
      return { ...value, ...placed(value, by), of: value.of.map((each) => shifted(each, by)) };
    case 'call': {
      const given = value.given.map((each): Given => ({ ...each, value: shifted(each.value, by) }));
      return { ...value, ...placed(value, by), given, ...(value.on && { on: shifted(value.on, by) }) };
    }
    // Functions of a template are not known outside of it.
    case 'parameter':
      return { is: 'other', ...placed(value, by) };
    default:
      return { ...value, ...placed(value, by) };
  }
}

function placed(value: { readonly start: number; readonly end: number }, by: number) {
  return { start: value.start + by, end: value.end + by };
}
