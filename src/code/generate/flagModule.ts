import { goConstants, kotlinConstants, pythonConstants, swiftConstants } from './constants';
import { typescriptTypes } from './typescriptTypes';

/** A flag as far as a module names it. All of it is the server's: untrusted text. */
export interface ModuleFlag {
  readonly key: string;
  /** Empty for a flag that is only on or off. */
  readonly variants: readonly string[];
  /** JSON text by variant, by `true` of a flag without variants; undefined where nobody can tell. */
  readonly payloads: Readonly<Record<string, string>> | undefined;
}

export const moduleLanguages = ['typescript', 'python', 'go', 'kotlin', 'swift'] as const;
export type ModuleLanguage = (typeof moduleLanguages)[number];

/** What is written where, by language. */
export const moduleFiles: Readonly<
  Record<ModuleLanguage, { readonly name: string; readonly extension: string; readonly fileName: string }>
> = {
  typescript: { name: 'TypeScript', extension: 'ts', fileName: 'featureFlags.ts' },
  python: { name: 'Python', extension: 'py', fileName: 'feature_flags.py' },
  go: { name: 'Go', extension: 'go', fileName: 'feature_flags.go' },
  kotlin: { name: 'Kotlin', extension: 'kt', fileName: 'FeatureFlags.kt' },
  swift: { name: 'Swift', extension: 'swift', fileName: 'FeatureFlags.swift' },
};

/**
 * A module with the keys, variants and payloads of a project's flags. The same flags give the same text, in whatever
 * order they come.
 * @param folder that the file is in: Go names its package after it
 */
export function flagModule(
  language: ModuleLanguage,
  flags: readonly ModuleFlag[],
  projectId: number,
  folder: string,
): string {
  const sorted = flags.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const head = `${language === 'python' ? '#' : '//'} ${mark}${projectId}. Changes are overwritten.`;
  return `${head}\n\n${bodyOf(language, sorted, folder)}`;
}

/** The project whose flags a text was written for; undefined when it was not written here. */
export function findModuleProject(text: string): number | undefined {
  const [, id] = new RegExp(`^(?:#|//) ${mark}(\\d{1,15})\\. `).exec(text) ?? [];
  return id === undefined ? undefined : Number(id);
}

const mark = 'Written by Experiment Lens for PostHog from the feature flags of project ';

function bodyOf(language: ModuleLanguage, flags: readonly ModuleFlag[], folder: string): string {
  switch (language) {
    case 'typescript':
      return typescriptTypes(flags);
    case 'python':
      return pythonConstants(flags);
    case 'go':
      return goConstants(flags, folder);
    case 'kotlin':
      return kotlinConstants(flags);
    case 'swift':
      return swiftConstants(flags);
  }
}
