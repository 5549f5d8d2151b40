import { dartForms } from './dart';
import { dotnetForms } from './dotnet';
import { elixirForms } from './elixir';
import type { SdkForm } from './form';
import { goForms } from './go';
import { jvmForms } from './jvm';
import { phpForms } from './php';
import { pythonForms } from './python';
import { rubyForms } from './ruby';
import { rustForms } from './rust';
import { scriptForms } from './script';
import { swiftForms } from './swift';
import type { Family } from '../language/language';

const families: Readonly<Record<Family, readonly SdkForm[]>> = {
  script: scriptForms,
  python: pythonForms,
  go: goForms,
  ruby: rubyForms,
  php: phpForms,
  jvm: jvmForms,
  swift: swiftForms,
  dart: dartForms,
  dotnet: dotnetForms,
  rust: rustForms,
  elixir: elixirForms,
};

const byFamily = new Map<string, Map<string, SdkForm[]>>();
for (const [family, list] of Object.entries(families)) {
  const byName = new Map<string, SdkForm[]>();
  for (const form of list) byName.set(form.name, [...(byName.get(form.name) ?? []), form]);
  byFamily.set(family, byName);
}

/** All names that SDKs have for reading flags. */
export const sdkNames: ReadonlySet<string> = new Set(
  Object.values(families).flatMap((list) => list.map(({ name }) => name)),
);

/**
 * Names of SDKs that half of all files have for something else. Read as flags only beside something that says so: the
 * word PostHog, or the name of the call that gave what they are called on.
 */
export const everyday =
  /^(?:get|has|is|check|fetch|override|enabled|includes|indexOf|feature|dig|capture|find|key|value|flags?)$/i;

/** The names of one family's SDKs. */
export function sdkNamesOf(family: Family): readonly string[] {
  return [...(byFamily.get(family)?.keys() ?? [])];
}

/** The forms with this name in the SDKs of a family. */
export function formsOf(family: Family, name: string): readonly SdkForm[] {
  return byFamily.get(family)?.get(name) ?? [];
}
