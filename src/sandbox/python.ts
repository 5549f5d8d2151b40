import type { Json } from './json';
import { isList, isObject } from './json';

/*
 * The server's sentences quote values as Python prints them.
 */

/** `repr()` of a value. */
export function pythonRepr(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return pythonText(value);
  if (isList(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${pythonText(key)}: ${pythonRepr(member ?? null)}`,
  );
  return `{${members.join(', ')}}`;
}

/** What `type(value).__name__` says. */
export function pythonType(value: Json): string {
  if (value === null) return 'NoneType';
  if (isList(value)) return 'list';
  if (isObject(value)) return 'dict';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  return Number.isInteger(value) ? 'int' : 'float';
}

function pythonText(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return escaped.includes("'") && !escaped.includes('"')
    ? `"${escaped}"`
    : `'${escaped.replaceAll("'", "\\'")}'`;
}
