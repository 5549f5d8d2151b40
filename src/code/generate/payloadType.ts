import { stringLiteral } from '../insert/stringLiteral';

/** A payload that goes deeper, or is longer, is data that nobody wants spelled out. */
const maxDepth = 6;
const maxLength = 20_000;
const maxFields = 100;

/** The TypeScript type of payloads: what their JSON says; text that is no JSON reaches the code as it is. */
export function payloadType(payloads: readonly string[]): string {
  const types = new Set(payloads.map((text) => typeOfText(text)));
  return types.has('unknown') ? 'unknown' : [...types].toSorted().join(' | ');
}

function typeOfText(text: string): string {
  if (text.length > maxLength) return 'unknown';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'string';
  }
  return typeOf(value, 0);
}

function typeOf(value: unknown, depth: number): string {
  if (value === null) return 'null';
  if (depth > maxDepth) return 'unknown';
  if (Array.isArray(value)) {
    const types = new Set(value.map((each) => typeOf(each, depth + 1)));
    return types.size === 0 || types.has('unknown')
      ? 'readonly unknown[]'
      : `readonly (${[...types].toSorted().join(' | ')})[]`;
  }
  if (typeof value === 'object') {
    const fields = Object.entries(value);
    if (fields.length > maxFields) return 'Readonly<Record<string, unknown>>';
    if (fields.length === 0) return 'Readonly<Record<string, never>>';
    const parts = fields.map(
      ([name, inner]) => `readonly ${stringLiteral(name, 'script')}: ${typeOf(inner, depth + 1)}`,
    );
    return `{ ${parts.join('; ')} }`;
  }
  return typeof value;
}
