/** What is known of a project besides its files. */
export interface ProjectOptions {
  /** Keys of the project's flags. A string equal to one is a reference where a key can stand. */
  readonly knownKeys?: ReadonlySet<string>;
  /** Own functions that take a flag key first: `isOn`, `flags.isOn`. */
  readonly flagFunctions?: readonly string[];
  /** Own names of PostHog's client: `analytics`. */
  readonly clientNames?: readonly string[];
  /** tsconfig's `paths`: below `folder`, `pattern` (`@/*`) stands for each of `targets` (relative to the root, `src/*`). */
  readonly pathAliases?: readonly PathAlias[];
  /** Packages of a monorepo: the name in package.json and the folder (relative to the root, no slash at its end). */
  readonly packages?: readonly { readonly name: string; readonly folder: string; readonly main?: string }[];
}

export interface PathAlias {
  readonly folder: string;
  readonly pattern: string;
  readonly targets: readonly string[];
}
