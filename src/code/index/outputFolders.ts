/** Folders that hold what was installed or made from sources, wherever they are. */
const always = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.git',
  '.hg',
  '.svn',
  '.yarn',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.angular',
  '.astro',
  '.turbo',
  '.cache',
  '.parcel-cache',
  '.vercel',
  '.netlify',
  '.dart_tool',
  '.gradle',
  '.venv',
  '.tox',
  '.nyc_output',
  '.vscode-test',
  '__pycache__',
  'site-packages',
  'DerivedData',
  'Pods',
  'storybook-static',
  'dist',
]);

const packageFile = /^package\.json$/;
const netProject = /\.(?:cs|fs|vb)proj$/;

/** Names that a source folder may have as well: output only beside the file of the tool that makes it. */
const besides: Readonly<Record<string, RegExp>> = {
  build: /^(?:package\.json|build\.gradle(?:\.kts)?|pubspec\.yaml|setup\.py|pyproject\.toml)$/,
  out: /^(?:package\.json|build\.gradle(?:\.kts)?)$/,
  coverage: packageFile,
  target: /^(?:Cargo\.toml|pom\.xml|build\.sbt)$/,
  bin: netProject,
  obj: netProject,
  vendor: /^(?:go\.mod|composer\.json|Gemfile)$/,
  deps: /^mix\.exs$/,
  _build: /^mix\.exs$/,
  venv: /^(?:requirements.*\.txt|pyproject\.toml|setup\.py|manage\.py)$/,
  env: /^(?:requirements.*\.txt|manage\.py)$/,
};

/**
 * Whether a folder holds build output or installed packages.
 * @param siblings names of what lies beside it
 */
export function isOutputFolder(name: string, siblings: readonly string[]): boolean {
  if (always.has(name)) return true;
  const tool = Object.hasOwn(besides, name) ? besides[name] : undefined;
  return tool !== undefined && siblings.some((sibling) => tool.test(sibling));
}
