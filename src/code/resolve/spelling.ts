import type { Call } from '../facts';
import type { SourceFile } from './file';

/** Letters only, for names that differ in case and separators. */
export function plain(name: string): string {
  return name.replace(/[^A-Za-z]/g, '').toLowerCase();
}

/** `feature-gate` is the component `FeatureGate`. */
export function pascal(name: string): string {
  if (!name.includes('-')) return name.replace(/^\./, '');
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The name of the function that is called: of a component, of a decorator or property wrapper without its sign. */
export function nameCalled(file: SourceFile, { name, isComponent }: Call): string {
  const { family } = file;
  if (isComponent) return pascal(name);
  // A function that a constructor was given by the public name of the field.
  if (
    family === 'dart' &&
    name.startsWith('_') &&
    !name.includes('.') &&
    file.functionsCalled(name).length === 0
  )
    return name.slice(1);
  // `operator fun get(flag: Flag)` of Kotlin.
  if (family === 'jvm' && name.endsWith('[]')) return `${name.slice(0, -2)}.get`;
  return family === 'script' || family === 'swift' ? name.replace(/^@/, '') : name;
}

/** Whether names may come from files that it does not import: Nuxt's, or another script's in the page. */
export function isAutoImporting({ facts }: SourceFile): boolean {
  return (
    facts.language === 'vue' ||
    facts.language === 'html' ||
    facts.language === 'javascript' ||
    facts.language === 'typescript'
  );
}

/** What gives a value of the class before it: `FlagService.shared.isOn`, `FlagService::default().is_on`. */
const ofItsClass =
  /^(?:new|default|instance|shared|current|getInstance|INSTANCE|Instance|Default|Current|Received|DidNotReceive)(?:\(\))?$/;

/** Of a dotted name what tells what the last is called on: `FlagService` of `FlagService.shared.isOn`. */
export function receiverIn(parts: readonly string[]): string {
  const before = parts.slice(0, -1);
  return before.findLast((part) => !ofItsClass.test(part)) ?? before.at(-1) ?? '';
}
