import type { FileFacts } from '../facts';
import type { Reference } from '../reference';
import type { IndexedFiles } from './indexedFiles';
import type { CodeReference } from './indexMessages';
import { placeOf } from './lineStarts';

/** What all files say together: resolved now, or as an earlier index told it. */
export interface Results {
  /** Of the files that may have references. */
  readonly paths: Iterable<string>;
  /** Whether any file names PostHog. */
  readonly namesPostHog: boolean;
  referencesIn(path: string): readonly CodeReference[];
  /** Facts of the files that open documents need. */
  contextFiles(): ReadonlyMap<string, FileFacts>;
}

/** What files say together now. */
export function resolvedResults(files: IndexedFiles): Results {
  const { projects } = files;
  return {
    paths: projects.files.keys(),
    get namesPostHog() {
      return [...projects.files.values()].some(({ namesPostHog }) => namesPostHog);
    },
    referencesIn: (path) => placed(files.lineStartsOf(path), projects.projectOf(path).referencesIn(path)),
    contextFiles: () => projects.contextFiles(),
  };
}

interface Placed {
  readonly lineStarts: Uint32Array;
  readonly references: readonly CodeReference[];
}

const none: readonly CodeReference[] = [];
/** Most files have the references they had before. */
const known = new WeakMap<readonly Reference[], Placed>();

function placed(
  lineStarts: Uint32Array | undefined,
  references: readonly Reference[],
): readonly CodeReference[] {
  if (!lineStarts || references.length === 0) return none;
  const before = known.get(references);
  if (before?.lineStarts === lineStarts) return before.references;
  const made = references.map(({ key, kind, start, end, call }) => {
    const from = placeOf(lineStarts, start);
    const to = placeOf(lineStarts, end);
    return { key, kind, call, ...from, endLine: to.line, endColumn: to.column };
  });
  known.set(references, { lineStarts, references: made });
  return made;
}
