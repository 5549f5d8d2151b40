const extensions: Readonly<Record<string, string>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascriptreact',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescriptreact',
  vue: 'vue',
  svelte: 'svelte',
  astro: 'astro',
  html: 'html',
  htm: 'html',
  py: 'python',
  go: 'go',
  rb: 'ruby',
  rake: 'ruby',
  erb: 'erb',
  php: 'php',
  java: 'java',
  kt: 'kotlin',
  kts: 'kotlin',
  swift: 'swift',
  dart: 'dart',
  cs: 'csharp',
  cshtml: 'razor',
  razor: 'razor',
  rs: 'rust',
  ex: 'elixir',
  exs: 'elixir',
  heex: 'phoenix-heex',
  eex: 'phoenix-heex',
  leex: 'phoenix-heex',
};

/** VS Code's language id of a file the finder reads, by its name; undefined for all others. */
export function findLanguageOf(path: string): string | undefined {
  if (path.endsWith('.blade.php')) return 'blade';
  const dot = path.lastIndexOf('.');
  const extension = path.slice(dot + 1).toLowerCase();
  return dot < 0 || !Object.hasOwn(extensions, extension) ? undefined : extensions[extension];
}
