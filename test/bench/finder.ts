import { findReferences } from '../../src/code/findReferences';
import { Project } from '../../src/code/project';
import { sampleKeys } from './codeSamples';
import { figure, type Figure, time } from './measure';

const knownKeys = new Set(sampleKeys(350));

/** The finder in one open document: what an editor waits for. */
export async function measureFinder(): Promise<Figure[]> {
  const project = new Project([], { knownKeys });
  const short = sampleScript(2000);
  const long = sampleScript(10_000);
  const cold = await time(1, () => find(short, project), 0);
  const plain = short.replace(/.*posthog.*\n/g, '  total += 1;\n').replaceAll('posthog', 'other');
  const many = new Project([], { knownKeys: new Set(sampleKeys(5000)) });
  if (findReferences(plain, 'typescript', 'plain.ts', many).length > 0)
    throw new Error('Found a flag in plain code.');
  return [
    figure('finder: 2,000 lines of TypeScript, first call', 'ms', cold, 10),
    figure('finder: 2,000 lines of TypeScript', 'ms', await time(30, () => find(short, project)), 3),
    figure('finder: 10,000 lines of TypeScript', 'ms', await time(30, () => find(long, project)), 6),
    figure(
      'finder: 2,000 lines without a flag, 5,000 keys',
      'ms',
      await time(60, () => findReferences(plain, 'typescript', 'plain.ts', many)),
      0.1,
    ),
  ];
}

function find(text: string, project: Project): void {
  if (findReferences(text, 'typescript', 'page.ts', project).length === 0) throw new Error('Found no flag.');
}

/** A PostHog call each 35 lines or so, and about 39 bytes a line. */
function sampleScript(lines: number): string {
  const line = (at: number) => {
    if (at % 35 === 0) return `  if (posthog.isFeatureEnabled('flag-${at}')) show(${at}, 'value-${at}');`;
    if (at % 7 === 0)
      return `  const value${at} = compute(a${at}, { x: ${at}, y: 'text' }).map((item) => item.name);`;
    return at % 5 === 0 ? `  // a comment about line ${at}` : `  total += values[${at}] * factor; // note`;
  };
  const body = Array.from({ length: lines - 4 }, (_, at) => line(at)).join('\n');
  return `import posthog from 'posthog-js';\nexport function main(values: number[], factor: number) {\n  let total = 0;\n${body}\n}\n`;
}
