import { DocumentContext } from './index/documentContext';
import type { Slices } from './index/slices';
import { languages } from './language/languages';

/** So often that the engine has made machine code of most that reads a document. */
const rounds = 40;
/** In the first of them the page grows, so that no slice meets too much that is new. */
const growing = 10;

/** A bit of all that pages are made of; its imports are set in, so that nobody takes them for those of this file. */
const page = `
  import { useEffect, useState } from 'react';
  import posthog from 'posthog-js';
  import { Row, type RowProps } from './row';

export const FLAGS = { nav: 'new-nav', search: 'fuzzy-search' } as const;
type Size = 'small' | 'large';
/* What stands above
   a function. */
// Sizes of a page, in rows.
const sizes = [12, 24, 48, 96, 0x80, 1_000, 2.5, 1e3]; // of old
export function useFlag(key: string): boolean | undefined {
  const [isOn, setOn] = useState(() => posthog.isFeatureEnabled(key));
  useEffect(() => posthog.onFeatureFlags((flags) => setOn(flags.includes(key))), [key]);
  return isOn;
}
class Basket {
  private readonly items: number[] = [];
  constructor(private readonly size: Size = 'small') {}
  total(factor = 1.5): number {
    let total = 0;
    for (const item of this.items) total += item * factor; // in cents
    return total > 100 && this.size !== 'large' ? total : this.items[0] ?? 0;
  }
}
export function Page({ rows, name }: { rows: RowProps[]; name: string }) {
  const variant = posthog.getFeatureFlag(FLAGS.nav);
  const label = \`\${name} of \${rows.length}\`.replace(/[^a-z]+/g, '-');
  if (variant === 'test') {
    return <Row label={label} {...rows[0]} />;
  } else if (useFlag('old-nav')) console.log("nothing", { variant, label: 'none' });
  switch (posthog.getFeatureFlag('hero')) {
    case 'a': return null;
    default: await load(\`/rows/\${rows.map((row) => row.id).join(',')}\`);
  }
  return <ul>{rows.map((row) => <li key={row.id} onClick={() => show(row)}>{row.title}</li>)}</ul>;
}
`;

/**
 * Reads a page again and again, in slices, before the first document comes: what the engine runs for the first time takes
 * many times as long, and the editor would wait while a long document is read so.
 */
export async function warmUp(slices: Pick<Slices, 'next'>): Promise<void> {
  const context = new DocumentContext();
  const read = async (text: string, language: string) => {
    context.referencesIn({}, { path: 'page', language, version: 1, getText: () => text });
    // Whoever waits for the thread gets a turn after each: some take as long as a slice may last.
    await slices.next();
  };
  // Machine code that was made for one language only would be thrown away with the first document in another.
  for (const { ids } of languages) for (const id of ids) await read('posthog', id);
  for (let round = 1; round <= rounds; round++)
    await read(page.slice(0, page.length * Math.min(1, round / growing)), 'typescriptreact');
}
