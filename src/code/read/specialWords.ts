import { hashOf } from '../token/tokens';
import { readCase } from './arm';
import { readDescribed, readSerialized } from './attributes';
import { readContainer } from './container';
import { readAlias, readEnum, readGenerator, readOnMount, readPlug } from './elixir';
import { readFunctionWord } from './function';
import { readPythonImport, readScriptImport } from './import';
import { propertyWords, readProperty } from './property';
import type { Reader } from './reader';

/** What is read at a word, by its hash. */
export type SpecialWords = ReadonlyMap<number, (token: number) => void>;

/** The words that declare something in the language of a file. */
export function specialWords(reader: Reader): SpecialWords {
  const { family, functionWords, containerWords, imports } = reader.grammar;
  const words = new Map<number, (token: number) => void>();
  const add = (word: string, read: (reader: Reader, token: number) => void) =>
    words.set(hashOf(word), (token) => read(reader, token));
  for (const word of functionWords) add(word, readFunctionWord);
  for (const word of containerWords) add(word, readContainer);
  if (imports === 'script') for (const word of ['import', 'export', 'require']) add(word, readScriptImport);
  if (imports === 'python') for (const word of ['import', 'from']) add(word, readPythonImport);
  const property = propertyWords[family];
  if (property !== undefined) {
    add(property, readProperty);
    add('case', readCase);
  }
  if (family === 'dotnet')
    for (const word of ['Description', 'EnumMember', 'Display']) add(word, readDescribed);
  if (family === 'rust') for (const word of ['serialize', 'rename']) add(word, readSerialized);
  if (family === 'elixir') {
    add('alias', readAlias);
    add('plug', readPlug);
    add('for', readGenerator);
    add('Enum', readEnum);
    add('on_mount', readOnMount);
  }
  return words;
}
