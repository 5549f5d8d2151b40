import { FileSystemError, type Uri, workspace } from 'vscode';
import {
  findModuleProject,
  flagModule,
  type ModuleFlag,
  type ModuleLanguage,
  moduleLanguages,
} from '../../code/generate/flagModule';
import type { Memory } from '../../core/account/accounts';
import type { ListedFlag } from '../../core/model/featureFlag';

/** A module that was written here, to be kept current. */
export interface WrittenModule {
  readonly uri: string;
  readonly language: ModuleLanguage;
  readonly projectId: number;
}

export type Wrote = 'written' | 'same' | 'notOurs' | 'unsaved';

const memoryKey = 'flagModules';

/** Modules of flags in the workspace: writes them, and remembers where. Never touches a file it did not write. */
export class FlagModules {
  constructor(private readonly memory: Memory) {}

  /** The modules of a project that were written in this workspace. */
  ofProject(projectId: number): readonly WrittenModule[] {
    return this.#all().filter((each) => each.projectId === projectId);
  }

  async remember(module: WrittenModule): Promise<void> {
    const others = this.#all().filter(({ uri }) => uri !== module.uri);
    await this.memory.update(memoryKey, [...others, module]);
  }

  async forget(uri: string): Promise<void> {
    await this.memory.update(
      memoryKey,
      this.#all().filter((each) => each.uri !== uri),
    );
  }

  /**
   * @param isNew whether a file that is not there is made
   * @throws FileSystemError when it cannot be written
   */
  async write(
    uri: Uri,
    { language, projectId }: Pick<WrittenModule, 'language' | 'projectId'>,
    flags: readonly ListedFlag[],
    isNew: boolean,
  ): Promise<Wrote> {
    const before = await readText(uri);
    if (before === undefined ? !isNew : before !== '' && findModuleProject(before) === undefined)
      return 'notOurs';
    // Kept current is what belongs to the same project still.
    if (!isNew && findModuleProject(before ?? '') !== projectId) return 'notOurs';
    const isUnsaved = workspace.textDocuments.some(
      (document) => document.isDirty && document.uri.toString() === uri.toString(),
    );
    if (isUnsaved) return 'unsaved';
    const folder = uri.path.split('/').at(-2) ?? '';
    const text = flagModule(language, flags.map(toModuleFlag), projectId, folder);
    if (text === before) return 'same';
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return 'written';
  }

  #all(): readonly WrittenModule[] {
    const kept = this.memory.get(memoryKey);
    return Array.isArray(kept) ? kept.filter(isModule) : [];
  }
}

function toModuleFlag({ key, variants, payloads }: ListedFlag): ModuleFlag {
  return { key, variants: variants.map((variant) => variant.key), payloads };
}

function isModule(value: unknown): value is WrittenModule {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, language, projectId } = value as Partial<Record<keyof WrittenModule, unknown>>;
  const isLanguage = moduleLanguages.some((known) => known === language);
  return typeof uri === 'string' && isLanguage && typeof projectId === 'number';
}

async function readText(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
