import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A place where the finder must find a key. */
export interface FlagLabel {
  /** Path inside the sample, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 units: first character of the key or of the identifier that stands for it. */
  readonly column: number;
  readonly key: string;
  readonly kind: string;
}

/** A small project that shows one idiom: one file, or a folder of files that import each other. */
export interface FlagSample {
  /** Folder below `samples`: a language. */
  readonly language: string;
  /** Name of the file without its endings, or of the folder. */
  readonly idiom: string;
  /** Text without the marks, by path inside the sample. */
  readonly files: ReadonlyMap<string, string>;
  readonly labels: readonly FlagLabel[];
}

const samples = 'test/unit/code/samples';
const mark = /⟦(\w+):([^⟦⟧]*?)(?:=>([^⟦⟧]*))?⟧/g;

/**
 * The labelled samples. In their text `⟦kind:text⟧` marks a reference: the mark goes, the text stays and is the key; in
 * `⟦kind:text=>key⟧` the text (an identifier, a part of a key) stands for the key. What is not marked is no reference.
 */
export function readFlagSamples(): readonly FlagSample[] {
  return readdirSync(samples).flatMap((language) =>
    readdirSync(join(samples, language), { withFileTypes: true }).map((entry) => {
      const idiom = entry.isDirectory() ? entry.name : (entry.name.split('.')[0] ?? entry.name);
      const folder = entry.isDirectory() ? join(samples, language, entry.name) : join(samples, language);
      const paths = entry.isDirectory() ? pathsBelow(folder) : [entry.name];
      const marked = paths.map((path) => ({ path, ...readMarks(readFileSync(join(folder, path), 'utf8')) }));
      return {
        language,
        idiom,
        files: new Map(marked.map(({ path, text }) => [path, text])),
        labels: marked.flatMap(({ path, labels }) => labels.map((label) => ({ file: path, ...label }))),
      };
    }),
  );
}

/** Takes the marks out of a text and tells where they were. */
export function readMarks(marked: string): { text: string; labels: readonly Omit<FlagLabel, 'file'>[] } {
  const labels: Omit<FlagLabel, 'file'>[] = [];
  let text = '';
  let copied = 0;
  for (const match of marked.matchAll(mark)) {
    const [whole, kind = '', shown = '', key = shown] = match;
    text += marked.slice(copied, match.index);
    const lines = text.split('\n');
    labels.push({ line: lines.length, column: lines.at(-1)?.length ?? 0, key, kind });
    text += shown;
    copied = match.index + whole.length;
  }
  return { text: text + marked.slice(copied), labels };
}

function pathsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? pathsBelow(join(folder, entry.name)).map((path) => posix.join(entry.name, path))
      : [entry.name],
  );
}
