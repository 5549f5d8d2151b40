import { lineStartsOf, placeOf } from '../../src/code/index/lineStarts';

/** A file of 2,000 lines that reads a flag in every 40th, one after the other. */
export function sourceOf(keys: readonly string[]): string {
  const lines = [`import posthog from 'posthog-js';`];
  for (let at = 0; lines.length < 1_999; at++) {
    const key = keys[at % Math.max(1, keys.length)] ?? '';
    lines.push(
      `export function page${at}(rows: readonly Row[]): number {`,
      `  const variant = posthog.getFeatureFlag('${key}');`,
    );
    lines.push(`  if (variant === 'test') {`, '    return rows.length;', '  }');
    for (let line = 0; line < 33; line++)
      lines.push(`  const total${line} = rows.filter((row) => row.price > ${line}).length + ${line};`);
    lines.push('  return 0;', '}');
  }
  return lines.slice(0, 1_999).join('\n') + '\n';
}

/** As much of a TextDocument as providers ask of one. */
export function createEditedDocument(text: string) {
  let version = 1;
  let current = text;
  let starts = lineStartsOf(current);
  return {
    uri: { scheme: 'file', path: '/bench/page.ts', authority: '', toString: () => 'file:///bench/page.ts' },
    languageId: 'typescript',
    get version() {
      return version;
    },
    get lineCount() {
      return starts.length;
    },
    getText: () => current,
    positionAt: (offset: number) => {
      const { line, column } = placeOf(starts, offset);
      return { line, character: column };
    },
    offsetAt: ({ line, character }: { readonly line: number; readonly character: number }) =>
      (starts[line] ?? current.length) + character,
    /** Somebody types a character in the last line. */
    edit: () => {
      version++;
      current += 'x';
      starts = lineStartsOf(current);
    },
  };
}
