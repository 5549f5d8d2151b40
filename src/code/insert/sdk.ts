/** The libraries a check can be written for. */
export type Sdk =
  | 'browser'
  | 'node'
  | 'react'
  | 'vue'
  | 'python'
  | 'go'
  | 'ruby'
  | 'php'
  | 'java'
  | 'kotlin'
  | 'swift'
  | 'dart'
  | 'csharp'
  | 'rust'
  | 'elixir';

const byLanguage: Readonly<Record<string, Sdk>> = {
  python: 'python',
  go: 'go',
  ruby: 'ruby',
  php: 'php',
  java: 'java',
  kotlin: 'kotlin',
  swift: 'swift',
  dart: 'dart',
  csharp: 'csharp',
  rust: 'rust',
  elixir: 'elixir',
  vue: 'vue',
  svelte: 'browser',
  astro: 'browser',
};

const scripts = new Set(['javascript', 'javascriptreact', 'typescript', 'typescriptreact']);

/**
 * The library that a document uses, or would use by its language; undefined where no check is written: in markup.
 * @param languageId of VS Code
 */
export function findSdk(languageId: string, text: string): Sdk | undefined {
  const own = byLanguage[languageId];
  if (own || !scripts.has(languageId)) return own;
  if (/['"]posthog-node['"]/.test(text)) return 'node';
  if (/['"](?:posthog-js\/react|@posthog\/react|posthog-react-native)['"]/.test(text)) return 'react';
  if (/['"]vue['"]/.test(text)) return 'vue';
  if (languageId.endsWith('react') || /['"]react['"]/.test(text)) return 'react';
  return /\brequire\(['"]node:|from ['"]node:|['"](?:express|fastify|koa)['"]/.test(text)
    ? 'node'
    : 'browser';
}

/** Where the value of the project's own function is a variant as the branches compare it; elsewhere it may be wrapped. */
export function canUseOwnRead(sdk: Sdk): boolean {
  return sdk !== 'rust' && sdk !== 'elixir';
}

/** Whether what the SDK itself returns needs more around it than the call: an error, a cast, a property. */
export function isPlainRead(sdk: Sdk): boolean {
  return canUseOwnRead(sdk) && sdk !== 'go' && sdk !== 'swift' && sdk !== 'csharp';
}
