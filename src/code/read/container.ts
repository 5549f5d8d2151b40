import type { Family } from '../language/language';
import type { Reader } from './reader';
import { readChain } from './chain';
import { readConforming } from './conforming';
import { readImplied, readPlain } from './implied';
import { readMemberwise } from './memberwise';
import { endOfBody } from './body';
import type { Cursor } from './cursor';
import type { Parameter, Value } from '../facts';
import { readParameters } from './parameters';
import { beginsDeclaration } from './bodiless';
import { kinds } from '../token/tokens';
import { readSingleton } from './singleton';
import { readValue } from './value';
import { textValue } from './textValue';

const maxHead = 80;
/** Families whose types say in their heads what they are besides. */
const conforms: ReadonlySet<Family> = new Set(['swift', 'dart', 'jvm', 'dotnet']);

/** `class Name … {`, `enum Name {`, `object Name {`, `module Name`: what holds members. */
export function readContainer(reader: Reader, token: number): void {
  const { cursor, scopes, grammar } = reader;
  if (cursor.kind(token - 1) === kinds.other && (cursor.is(token - 1, '.') || cursor.is(token - 1, ':')))
    return;
  let at = token + 1;
  // `extension type const Name`
  if (grammar.family === 'dart' && cursor.word(at) === 'type') at += cursor.word(at + 1) === 'const' ? 2 : 1;
  // `enum class Name`, `companion object {`, `record struct Name`, `impl Trait for Name`.
  while (grammar.containerWords.includes(cursor.word(at)) && !cursor.is(at + 1, '=')) at++;
  const chain = cursor.isWord(at) ? readChain(cursor, at, at + 12) : undefined;
  let name = chain && !/^(?:extends|implements)$/.test(chain.name) ? chain.name.replace(/\(\)$/, '') : '';
  if (grammar.isIndented) {
    if (name === '' || !cursor.isFirstOfLine(token)) return;
    if (cursor.is(at + 1, '('))
      readConforming(reader, at, cursor.match(at + 1), scopes.qualified(token, name));
    scopes.indent(token, name);
    return;
  }
  const implFor = cursor.word(token) === 'impl' ? findWord(reader, at, 'for') : -1;
  if (implFor > 0) name = cursor.word(implFor + 1);
  // What an extension of Dart adds to.
  const on =
    grammar.family === 'dart' && cursor.word(token) === 'extension' ? findWord(reader, at, 'on') : -1;
  if (on > 0) name = cursor.word(on + 1);
  if (grammar.family === 'go' && !/^(?:struct|interface)$/.test(cursor.word(at + 1))) return;
  if (grammar.family === 'jvm') readSingleton(reader, token);
  let body = at;
  for (
    let steps = 0;
    steps < maxHead && !cursor.is(body, '{') && !cursor.is(body, ';') && cursor.kind(body) !== 0;
    steps++
  ) {
    if (grammar.family === 'jvm' && body > at && beginsDeclaration(cursor, body)) return;
    body = cursor.behind(body);
  }
  if (!cursor.is(body, '{')) return;
  if (name !== '' && !isEnumWord(cursor, token)) readPrimary(reader, at, body, scopes.qualified(token, name));
  scopes.nameBracket(body, name);
  const isEnum = isEnumWord(cursor, token);
  if (isEnum) scopes.noteEnum(body);
  // Entries of Swift begin with a word and are read as declarations.
  const dotted = scopes.qualified(token, name);
  if (conforms.has(grammar.family)) readConforming(reader, at, body, dotted);
  if (grammar.family === 'swift') {
    if (isEnum) readImplied(reader, at, body, dotted);
    else if (cursor.word(token) === 'struct') readMemberwise(reader, body, dotted);
  } else if (isEnum) {
    readEntries(reader, body, dotted);
    if (grammar.family === 'dart') readPlain(reader, body, dotted);
  }
}

function isEnumWord(cursor: Cursor, token: number): boolean {
  return [token - 1, token, token + 1].some((at) => cursor.word(at) === 'enum');
}

/** The constructor in the head of a class: `record Flag(String name)`, `class Flag(private val key: String)`. */
function readPrimary({ cursor, scopes, grammar }: Reader, nameAt: number, body: number, name: string): void {
  if (grammar.family !== 'jvm' && grammar.family !== 'dotnet') return;
  let open = nameAt + 1;
  for (
    let steps = 0;
    steps < maxHead && open < body && !cursor.is(open, '(') && !cursor.is(open, ':');
    steps++
  )
    open++;
  if (!cursor.is(open, '(') || cursor.match(open) < open || cursor.match(open) > body) return;
  // Only texts can be keys; other names stay what they are to their receivers.
  const parameters = readParameters(cursor, open).map((each) =>
    !Array.isArray(each) && /^[sS]tring$/.test((each as Parameter).type ?? '') ? each : { name: '' },
  );
  if (parameters.every((each) => !Array.isArray(each) && (each as Parameter).name === '')) return;
  scopes.noteHead(open);
  scopes.open(name, parameters, cursor.start(open), endOfBody(cursor, body));
}

function findWord(reader: Reader, from: number, word: string): number {
  const { cursor } = reader;
  for (let at = from; at < from + 20 && !cursor.is(at, '{'); at++) if (cursor.word(at) === word) return at;
  return -1;
}

/** Entries of an enum that are given their key: `NAV("nav")`, `nav('nav')`. */
function readEntries(reader: Reader, body: number, name: string): void {
  const { cursor } = reader;
  const close = cursor.match(body);
  for (let at = body + 1; at < close && !cursor.is(at, ';'); at = cursor.behind(at)) {
    const open = at + 1;
    if (!cursor.isWord(at) || !cursor.is(open, '(') || reader.isKeyword(at)) continue;
    if (/^(?:fun|constructor|func|init)$/.test(cursor.word(at - 1))) continue;
    const first = open + 1;
    // `key = "nav"` names the parameter.
    const text = cursor.isWord(first) && cursor.kind(first + 2) === kinds.text ? first + 2 : first;
    if (cursor.kind(text) !== kinds.text) continue;
    const value: Value =
      cursor.behind(text) === cursor.match(open)
        ? textValue(cursor, text)
        : readValue(cursor, text, text + 1);
    reader.bindings.push({
      name: `${name}.${cursor.word(at)}`,
      value,
      from: 0,
      to: cursor.text.length,
      isEntry: true,
    });
  }
}
