import type { SourceFile } from './file';

/** What a name that comes from another file is there. */
export interface Exported {
  readonly file: SourceFile | undefined;
  /** Its name in that file; `*` for the file itself. */
  readonly name: string;
  /** The module when it is none of the project's. */
  readonly module?: string;
}
