import { csharp, razor } from './csharp';
import { dart } from './dart';
import { elixir, heex } from './elixir';
import { go } from './go';
import { java, kotlin } from './jvm';
import type { Language } from './language';
import { blade, php } from './php';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import { javascript, typescript } from './script';
import { swift } from './swift';
import { astro, erb, html, svelte, vue } from './web';

/** What the finder reads. A language is one entry here and one file beside. */
export const languages: readonly Language[] = [
  typescript,
  javascript,
  vue,
  svelte,
  astro,
  html,
  python,
  go,
  ruby,
  erb,
  php,
  blade,
  java,
  kotlin,
  swift,
  dart,
  csharp,
  razor,
  rust,
  elixir,
  heex,
];

const byId = new Map(languages.flatMap((language) => language.ids.map((id) => [id, language])));
const idByExtension = new Map(
  languages.flatMap((language) => language.extensions.map((extension) => [extension, language.ids[0]])),
);
for (const extension of ['jsx', 'tsx']) {
  idByExtension.set(extension, extension === 'jsx' ? 'javascriptreact' : 'typescriptreact');
}

/** The language with this VS Code id. */
export function findLanguage(id: string): Language | undefined {
  return byId.get(id);
}

/** VS Code's language id of a file the finder reads, by its name; undefined for all others. */
export function findLanguageOf(path: string): string | undefined {
  if (path.endsWith('.blade.php')) return 'blade';
  const dot = path.lastIndexOf('.');
  return dot < 0 ? undefined : idByExtension.get(path.slice(dot + 1).toLowerCase());
}
