import type { Cursor } from './cursor';

const declares =
  /^(?:data|sealed|enum|value|inline|annotation|open|abstract|internal|private|public|class|interface|object|fun|val|var|const|suspend|typealias)$/;

/** Whether a line begins something else, so that a class of Kotlin before it has no body: `value class Flag(val key: String)`. */
export function beginsDeclaration(cursor: Cursor, token: number): boolean {
  if (!cursor.isFirstOfLine(token)) return false;
  const isAnnotated = cursor.word(token).startsWith('@');
  const word = !isAnnotated ? token : cursor.is(token + 1, '(') ? cursor.match(token + 1) + 1 : token + 1;
  return declares.test(cursor.word(word)) && cursor.word(word + 1) !== 'constructor';
}
