import type { FileFacts } from '../facts';
import type { IndexedFiles } from './indexedFiles';
import type { CodeReference } from './indexMessages';
import type { Results } from './results';

type Files<T> = readonly (readonly [path: string, value: T])[];

/** What files said together, with all that it was made of: where nothing of that changed, it is still true. JSON. */
export interface KeptResults {
  /** Whatever else than files decides, as text. */
  readonly options: string;
  /** What each file said, in short. */
  readonly digests: Files<string>;
  readonly namesPostHog: boolean;
  readonly references: Files<readonly CodeReference[]>;
  readonly context: Files<Pick<FileFacts, 'used' | 'learned'>>;
}

/** What is told now, to be kept. */
export function keepResults(
  options: string,
  files: IndexedFiles,
  results: Results,
  told: Iterable<readonly [string, readonly CodeReference[]]>,
): KeptResults {
  return {
    options,
    digests: [...files.digests()],
    namesPostHog: results.namesPostHog,
    references: [...told],
    context: [...results.contextFiles()].map(([path, { used, learned }]) => [
      path,
      { ...(used && { used }), ...(learned && { learned }) },
    ]),
  };
}

/** What was kept, when it holds for these files and options; undefined when something is other than it was. */
export function findKeptResults(
  kept: KeptResults | undefined,
  options: string,
  files: IndexedFiles,
): Results | undefined {
  if (kept?.options !== options) return undefined;
  const digests = new Map(kept.digests);
  let same = 0;
  for (const [path, digest] of files.digests()) {
    if (digests.get(path) !== digest) return undefined;
    same++;
  }
  if (same !== digests.size) return undefined;
  const references = new Map(kept.references);
  return {
    paths: references.keys(),
    namesPostHog: kept.namesPostHog,
    referencesIn: (path) => references.get(path) ?? [],
    contextFiles: () =>
      new Map(
        kept.context.flatMap(([path, known]) => {
          const facts = files.entries.get(path)?.said?.facts;
          return facts ? [[path, { ...facts, ...known }] as const] : [];
        }),
      ),
  };
}
