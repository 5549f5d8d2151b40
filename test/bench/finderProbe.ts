// A program of its own: prints how long the first document takes whose flags a fresh process looks for, as JSON. With
// `warm` after warming up as the extension does, and how long the longest slice of that was.
import { DocumentContext } from '../../src/code/index/documentContext';
import { noNames } from '../../src/code/index/projectConfig';
import { createSharedSlices } from '../../src/code/index/slices';
import { warmUp } from '../../src/code/warmUp';
import { sampleKeys, sampleScript } from './codeSamples';

void measure();

async function measure(): Promise<void> {
  const slices = createSharedSlices();
  let longestMs = 0;
  let startMs = performance.now();
  if (process.argv.includes('warm')) {
    await warmUp({
      next: async () => {
        longestMs = Math.max(longestMs, performance.now() - startMs);
        await slices.next();
        startMs = performance.now();
      },
    });
  }
  const context = new DocumentContext();
  context.configure(noNames, new Set(sampleKeys(350)));
  const text = sampleScript(2000);
  const asked = { path: 'page.ts', language: 'typescript', version: 1, getText: () => text };
  const start = performance.now();
  if (context.referencesIn({}, asked).length === 0) throw new Error('Found no flag.');
  console.log(JSON.stringify({ firstMs: performance.now() - start, longestMs }));
}
