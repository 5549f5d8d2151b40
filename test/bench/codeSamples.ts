/** Generated code of one size every time: what a shop's repository looks like to the finder. */

/** Flag reads and all around them: as many lines and bytes as real files have. */
export interface SampleFile {
  readonly path: string;
  readonly text: string;
}

export interface SampleCode {
  readonly files: readonly SampleFile[];
  /** Reads of a flag by a literal or by a constant, of this file or another. */
  readonly reads: number;
  readonly bytes: number;
}

/** Keys as a project has them: `checkout-flow-17`. */
export function sampleKeys(count: number): readonly string[] {
  const words = ['checkout', 'nav', 'pricing', 'search', 'wishlist', 'delivery', 'hero', 'signup'];
  return Array.from({ length: count }, (_, at) => `${words[at % words.length] ?? ''}-flow-${at}`);
}

/** Of every `groupSize` files one holds constants and some read flags. */
const groupSize = 40;
/** Of each group: how many files of a language read flags, and how often all of them together. */
const readers = [
  { extension: 'ts', files: 1.9, reads: 5.7 },
  { extension: 'tsx', files: 1.1, reads: 3.3 },
  { extension: 'js', files: 0.36, reads: 1.08 },
  { extension: 'py', files: 0.04, reads: 0.12 },
] as const;

/**
 * `fileCount` files, of 5,000 about 18.7 MB in 759,000 lines: TypeScript, TSX, JavaScript, Python, Go. One file in
 * thirteen reads flags, three times; every third read is by a constant of another file.
 */
export function createSampleCode(fileCount: number): SampleCode {
  const keys = sampleKeys(350);
  const files: SampleFile[] = [];
  let reads = 0;
  const due = readers.map(() => 0);
  for (let at = 0; at < fileCount; at++) {
    const folder = `src/area${Math.floor(at / groupSize)}`;
    if (at % groupSize === 0) {
      files.push({ path: `${folder}/flags.ts`, text: constants(at, keys) });
      continue;
    }
    const turn = at % readers.length;
    const reader = readers[turn];
    const extension = at % 17 === 0 ? 'go' : (reader?.extension ?? 'ts');
    let count = 0;
    if (reader && extension === reader.extension) {
      due[turn] = (due[turn] ?? 0) + (reader.files * readers.length) / groupSize;
      if ((due[turn] ?? 0) >= 1) {
        due[turn] = (due[turn] ?? 0) - 1;
        count = Math.round(reader.reads / reader.files);
      }
    }
    reads += count;
    files.push({ path: `${folder}/file${at}.${extension}`, text: sampleText(at, extension, count, keys) });
  }
  return { files, reads, bytes: files.reduce((sum, { text }) => sum + text.length, 0) };
}

/** A TypeScript file of so many lines, with a read every `linesPerRead`; none at all with 0. */
export function sampleDocument(lines: number, linesPerRead: number, keys: readonly string[]): string {
  const text: string[] = linesPerRead > 0 ? [`import posthog from 'posthog-js';`] : [];
  for (let line = text.length; line < lines; line++) {
    if (linesPerRead > 0 && line % linesPerRead === 0)
      text.push(`  if (posthog.isFeatureEnabled('${keys[line % keys.length] ?? ''}')) show(${line});`);
    else text.push(plainLine(line));
  }
  return text.join('\n');
}

/** A PostHog call each 35 lines or so, and about 39 bytes a line. */
export function sampleScript(lines: number): string {
  const line = (at: number) => {
    if (at % 35 === 0) return `  if (posthog.isFeatureEnabled('flag-${at}')) show(${at}, 'value-${at}');`;
    if (at % 7 === 0)
      return `  const value${at} = compute(a${at}, { x: ${at}, y: 'text' }).map((item) => item.name);`;
    return at % 5 === 0 ? `  // a comment about line ${at}` : `  total += values[${at}] * factor; // note`;
  };
  const body = Array.from({ length: lines - 4 }, (_, at) => line(at)).join('\n');
  return `import posthog from 'posthog-js';\nexport function main(values: number[], factor: number) {\n  let total = 0;\n${body}\n}\n`;
}

function constants(at: number, keys: readonly string[]): string {
  const members = Array.from(
    { length: 8 },
    (_, index) => `  flag${index}: '${keys[(at + index) % keys.length]}',`,
  );
  return `export const FLAGS = {\n${members.join('\n')}\n} as const;\n${filler(at, 'ts', 140)}`;
}

function sampleText(at: number, extension: string, reads: number, keys: readonly string[]): string {
  const lines: string[] = [];
  if (reads > 0 && extension === 'py') lines.push('from posthog import posthog');
  else if (reads > 0) lines.push(`import posthog from 'posthog-js';`, `import { FLAGS } from './flags';`);
  for (let read = 0; read < reads; read++) {
    const key = `'${keys[(at * 3 + read) % keys.length] ?? ''}'`;
    if (extension === 'py') lines.push(`if posthog.feature_enabled(${key}, user.id):`, '    show()');
    else if (read % 3 === 2)
      lines.push(`if (posthog.isFeatureEnabled(FLAGS.flag${at % 8})) { show(${read}); }`);
    else lines.push(`export const value${read} = posthog.getFeatureFlag(${key});`);
  }
  return `${lines.join('\n')}\n${filler(at, extension, 152 - lines.length)}`;
}

function filler(at: number, extension: string, lines: number): string {
  const isScript = extension === 'ts' || extension === 'tsx' || extension === 'js';
  const line = isScript ? plainLine : extension === 'py' ? pythonLine : goLine;
  return Array.from({ length: lines }, (_, index) => line(at + index)).join('\n');
}

function plainLine(at: number): string {
  switch (at % 9) {
    case 0:
      return `// The order of line ${at} is "kept"`;
    case 1:
      return `const total${at} = sumOfPrices(basket, ${at});`;
    case 2:
      return `logger.info('order ' + order.id, ${at});`;
    case 3:
      return `if (basket.size > ${at}) {`;
    case 4:
      return `  render(\`<p>\${basket}</p>\`);`;
    case 5:
      return '}';
    case 6:
      return `call('item-${at}', { id: ${at} });`;
    case 7:
      return '';
    default:
      return `const re${at} = /a"b+/g;`;
  }
}

function pythonLine(at: number): string {
  return at % 3 === 0
    ? `total_${at} = basket.sum(${at})`
    : at % 3 === 1
      ? `log.info("order ${at}")`
      : '# a note';
}

function goLine(at: number): string {
  return at % 3 === 0 ? `total${at} := sum(${at})` : at % 3 === 1 ? `log.Print("order ${at}")` : '// a note';
}
