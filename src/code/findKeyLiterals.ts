import { isOperator, scanScript, type ScriptToken } from './scanScript';

export interface KeyLiteral {
  readonly key: string;
  /** UTF-16 offset of the first character between the quotes. */
  readonly start: number;
  /** Offset behind the last one. */
  readonly end: number;
}

/** Statements that a parenthesis belongs to. */
const statements = new Set(['if', 'for', 'while', 'switch', 'catch']);

/**
 * Finds the string literals of JavaScript or TypeScript source that stand among the arguments of a call and equal one
 * of `keys`, in the order of the text. Never throws, whatever the text.
 */
export function findKeyLiterals(text: string, keys: ReadonlySet<string>): readonly KeyLiteral[] {
  if (keys.size === 0) return [];
  const found: KeyLiteral[] = [];
  /** The brackets around the current place, innermost last: true for the parenthesis of a call. */
  const brackets: boolean[] = [];
  let previous: ScriptToken | undefined;
  for (const token of scanScript(text)) {
    switch (token.kind) {
      case 'open':
        brackets.push(text[token.start] === '(' && isCallee(text, previous));
        break;
      case 'close':
        brackets.pop();
        break;
      case 'string': {
        const key = text.slice(token.start + 1, token.end - 1);
        if (brackets.at(-1) === true && keys.has(key))
          found.push({ key, start: token.start + 1, end: token.end - 1 });
        break;
      }
      case 'other':
        // `fn!(`: the exclamation mark asserts and changes nothing here.
        if (text[token.start] === '!' && isCallee(text, previous)) continue;
        break;
      case 'word':
        break;
    }
    previous = token;
  }
  return found;
}

/** Whether a parenthesis after this token calls something: `fn(`, `fn()(`, `fns[0](`, `fn<T>(`, `fn?.(`. */
function isCallee(text: string, token: ScriptToken | undefined): boolean {
  switch (token?.kind) {
    case 'word':
      return !isOperator(text, token) && !isStatement(text, token);
    case 'close':
      return text[token.start] !== '}';
    case 'other':
      return text[token.start] === '.' || (text[token.start] === '>' && text[token.start - 1] !== '=');
    default:
      return false;
  }
}

function isStatement(text: string, { start, end }: ScriptToken): boolean {
  return text[start - 1] !== '.' && statements.has(text.slice(start, end));
}
