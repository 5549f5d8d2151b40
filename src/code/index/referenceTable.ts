import type { CodeReference } from './indexMessages';

/** A reference and the file it is in: `<id of the root>/<path below it>`. */
export interface FileReference {
  readonly path: string;
  readonly reference: CodeReference;
}

/** The references of a workspace, by file and by key. */
export class ReferenceTable {
  readonly #byFile = new Map<string, readonly CodeReference[]>();
  #byKey: ReadonlyMap<string, readonly FileReference[]> | undefined;

  put(files: Iterable<readonly [path: string, references: readonly CodeReference[]]>): void {
    for (const [path, references] of files) {
      if (references.length > 0) this.#byFile.set(path, references);
      else this.#byFile.delete(path);
    }
    this.#byKey = undefined;
  }

  clear(): void {
    this.#byFile.clear();
    this.#byKey = undefined;
  }

  inFile(path: string): readonly CodeReference[] {
    return this.#byFile.get(path) ?? [];
  }

  /** Sorted by file, line and column. */
  ofKey(key: string): readonly FileReference[] {
    return this.#keys().get(key) ?? [];
  }

  keys(): Iterable<string> {
    return this.#keys().keys();
  }

  /** Made when somebody asks: files come in by hundreds. */
  #keys(): ReadonlyMap<string, readonly FileReference[]> {
    if (this.#byKey) return this.#byKey;
    const byKey = new Map<string, FileReference[]>();
    for (const path of [...this.#byFile.keys()].toSorted(byCodeUnit)) {
      for (const reference of this.#byFile.get(path) ?? []) {
        if (reference.key === undefined) continue;
        const known = byKey.get(reference.key);
        if (known) known.push({ path, reference });
        else byKey.set(reference.key, [{ path, reference }]);
      }
    }
    this.#byKey = byKey;
    return byKey;
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
