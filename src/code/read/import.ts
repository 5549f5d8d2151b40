import type { Value } from '../facts';
import { kinds } from '../token/tokens';
import type { Reader } from './reader';

const maxNames = 400;

/** `import`, `export` and `require` of a script, at the word. */
export function readScriptImport(reader: Reader, token: number): void {
  const { cursor } = reader;
  const word = cursor.word(token);
  if (word === 'require') readRequire(reader, token);
  else if (word === 'import') readImport(reader, token);
  else readExport(reader, token);
}

function readImport(reader: Reader, token: number): void {
  const { cursor } = reader;
  if (cursor.is(token + 1, '(') || cursor.is(token + 1, '.')) return;
  const from = findFrom(reader, token + 1);
  if (from < 0) return;
  const module = cursor.tokens.textOf(from);
  for (let at = token + 1; at < from; at = cursor.behind(at)) {
    if (cursor.is(at, '{')) {
      for (const [of, name] of readNames(reader, at)) reader.imports.push({ name, of, module });
    } else if (cursor.is(at, '*')) {
      if (cursor.word(at + 1) === 'as') reader.imports.push({ name: cursor.word(at + 2), of: '*', module });
      return;
    } else if (cursor.isWord(at) && !/^(?:type|from|typeof)$/.test(cursor.word(at))) {
      reader.imports.push({ name: cursor.word(at), of: 'default', module });
    }
  }
}

/** The string behind `from`; -1 when none follows soon. */
function findFrom(reader: Reader, first: number): number {
  const { cursor } = reader;
  for (let at = first, steps = 0; steps < 12; at = cursor.behind(at), steps++) {
    if (cursor.kind(at) === kinds.text) return cursor.word(at - 1) === 'from' || steps === 0 ? at : -1;
    if (cursor.is(at, ';') || cursor.is(at, '=') || cursor.kind(at) === 0) return -1;
  }
  return -1;
}

/** `{ a, b as c, type d }`: pairs of the name there and the name here. */
function readNames(reader: Reader, open: number): [string, string][] {
  const { cursor } = reader;
  const close = cursor.match(open);
  const names: [string, string][] = [];
  for (let at = open + 1; at < close && names.length < maxNames; at++) {
    if (!cursor.isWord(at)) continue;
    if (cursor.word(at) === 'type' && cursor.isWord(at + 1) && cursor.word(at + 1) !== 'as') continue;
    const isRenamed = cursor.word(at + 1) === 'as' && cursor.isWord(at + 2);
    names.push([cursor.word(at), cursor.word(isRenamed ? at + 2 : at)]);
    if (isRenamed) at += 2;
  }
  return names;
}

function readExport(reader: Reader, token: number): void {
  const { cursor } = reader;
  let at = token + 1;
  if (cursor.word(at) === 'type' && (cursor.is(at + 1, '{') || cursor.is(at + 1, '*'))) at++;
  if (cursor.is(at, '*')) {
    const from = findFrom(reader, at + 1);
    if (from < 0) return;
    const name = cursor.word(at + 1) === 'as' ? cursor.word(at + 2) : '*';
    reader.exports.push({ name, of: '*', module: cursor.tokens.textOf(from) });
  } else if (cursor.is(at, '{')) {
    const close = cursor.match(at);
    const from = cursor.word(close + 1) === 'from' ? close + 2 : -1;
    for (const [local, name] of readNames(reader, at)) {
      reader.exports.push(
        from > 0 ? { name, of: local, module: cursor.tokens.textOf(from) } : { name, local },
      );
    }
  } else if (cursor.word(at) === 'default') {
    const next = at + 1;
    let name = next;
    while (/^(?:async|function|class|abstract)$/.test(cursor.word(name)) || cursor.is(name, '*')) name++;
    const isNamed = cursor.isWord(name) && !cursor.isPair(name + 1, '=', '>');
    reader.exports.push({ name: 'default', local: isNamed ? cursor.word(name) : 'default' });
    if (isNamed) return;
    if (cursor.is(next, '{')) reader.scopes.nameBracket(next, 'default');
  } else {
    while (
      /^(?:const|let|var|function|class|enum|async|abstract|declare|type|interface|namespace|module)$/.test(
        cursor.word(at),
      ) ||
      cursor.is(at, '*')
    )
      at++;
    if (cursor.isWord(at)) reader.exports.push({ name: cursor.word(at), local: cursor.word(at) });
    else if (cursor.is(at, '{')) {
      for (const [name, local] of readNames(reader, at))
        reader.exports.push({ name, local: local === name ? name : local });
    }
  }
}

/** `module.exports = { requireFlag: middleware }`: others know it by the first name. */
export function exportRenamed(reader: Reader, value: Value): void {
  if (value.is !== 'members') return;
  for (const { name, value: local } of value.of)
    if (local.is === 'name' && local.name !== name) reader.exports.push({ name, local: local.name });
}

/** `const a = require('m')`, `const { a: b } = require('m')`, `require('m').a`. */
function readRequire(reader: Reader, token: number): void {
  const { cursor } = reader;
  const text = token + 2;
  if (!cursor.is(token + 1, '(') || cursor.kind(text) !== kinds.text || !cursor.is(token - 1, '=')) return;
  const module = cursor.tokens.textOf(text);
  const last = token - 2;
  if (cursor.isWord(last)) {
    const member = cursor.is(text + 2, '.') ? cursor.word(text + 3) : '';
    reader.imports.push({ name: cursor.word(last), of: member === '' ? '*' : member, module });
  } else if (cursor.is(last, '}') && cursor.match(last) >= 0) {
    const open = cursor.match(last);
    for (let at = open + 1; at < last; at++) {
      if (!cursor.isWord(at)) continue;
      const isRenamed = cursor.is(at + 1, ':') && cursor.isWord(at + 2);
      reader.imports.push({ name: cursor.word(isRenamed ? at + 2 : at), of: cursor.word(at), module });
      if (isRenamed) at += 2;
    }
  }
}

/** `import a.b as c`, `from a.b import c as d, e`. */
export function readPythonImport(reader: Reader, token: number): void {
  const { cursor } = reader;
  if (!cursor.isFirstOfLine(token)) return;
  let at = token + 1;
  let module = '';
  while (
    cursor.is(at, '.') ||
    (cursor.isWord(at) && cursor.word(at) !== 'import' && cursor.word(at) !== 'as')
  ) {
    module += cursor.is(at, '.') ? '.' : cursor.word(at);
    at++;
    if (cursor.isFirstOfLine(at)) break;
  }
  if (cursor.word(token) === 'import') {
    const isRenamed = cursor.word(at) === 'as' && !cursor.isFirstOfLine(at);
    const name = isRenamed ? cursor.word(at + 1) : (module.split('.')[0] ?? module);
    reader.imports.push({ name, of: '*', module: isRenamed ? module : name });
    return;
  }
  if (cursor.word(at) !== 'import') return;
  const isGroup = cursor.is(at + 1, '(');
  const end = isGroup ? cursor.match(at + 1) : cursor.tokens.count;
  for (at += isGroup ? 2 : 1; at < end; at++) {
    if (!isGroup && cursor.isFirstOfLine(at)) return;
    if (!cursor.isWord(at)) continue;
    const isRenamed = cursor.word(at + 1) === 'as';
    reader.imports.push({ name: cursor.word(isRenamed ? at + 2 : at), of: cursor.word(at), module });
    if (isRenamed) at += 2;
  }
}
