import type { Interest } from '../read/interest';
import { sdkNamesOf } from '../sdk/names';
import { hashOf } from '../token/tokens';
import { fileOfFlags } from './emitDefinitions';
import type { Modules } from './modules';
import { TextFilter } from './textFilter';

/** Tells which documents, and what in them, can have to do with the flags of a project. */
export class ProjectWords {
  #filter: TextFilter | undefined;
  #hashes: readonly number[] | undefined;

  constructor(
    private readonly knownKeys: ReadonlySet<string>,
    private readonly modules: Modules,
    /** Names of wrappers, of constants with keys, and those from the settings. */
    private readonly namesOf: () => ReadonlySet<string>,
  ) {}

  /** There are other names than before. */
  forget(): void {
    this.#filter = undefined;
    this.#hashes = undefined;
  }

  mayBeIn(text: string): boolean {
    return this.#texts.mayMatter(text);
  }

  interestIn(path: string): Interest {
    this.#hashes ??= [...scriptNames, ...this.namesOf()].map(hashOf);
    return {
      words: this.#hashes,
      isWhole: fileOfFlags.test(path),
      placesIn: (text) => this.#texts.placesIn(text),
      isOwnModule: (module) => this.modules.find(path, module, false) !== undefined,
    };
  }

  get #texts(): TextFilter {
    return (this.#filter ??= new TextFilter(this.knownKeys, this.namesOf()));
  }
}

/** Names of SDKs that only calls of flags have. */
const scriptNames = sdkNamesOf('script').filter(
  (name) => /^\w{6,}$/.test(name) && !/^(?:includes|indexOf|capture)$/.test(name),
);
