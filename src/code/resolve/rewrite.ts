import type { Given } from '../facts';

/** What a method of strings does to a key, as far as it can be told. */
export function rewriteOf(name: string, given: readonly Given[]): ((key: string) => string) | undefined {
  const [first, second] = given.map(({ value }) => (value.is === 'text' ? value.text : undefined));
  switch (name) {
    case 'toLowerCase':
    case 'toLocaleLowerCase':
    case 'lower':
    case 'lowercase':
    case 'lowercased':
    case 'downcase':
    case 'ToLower':
    case 'ToLowerInvariant':
    case 'to_lowercase':
      return (key) => key.toLowerCase();
    case 'toUpperCase':
    case 'upper':
    case 'uppercase':
    case 'upcase':
    case 'ToUpper':
      return (key) => key.toUpperCase();
    case 'replaceAll':
    case 'replace':
    case 'Replace':
    case 'gsub':
    case 'tr':
      return first === undefined || second === undefined ? undefined : replacing(first, second);
    case 'toString':
    case 'to_s':
    case 'to_string':
    case 'trim':
    case 'strip':
    case 'into':
    case 'as_str':
    case 'as_ref':
    case 'getKey':
    case 'getValue':
    case 'to_owned':
    case 'clone':
    case 'GetDescription':
    case 'ToDescription':
      return (key) => key;
    case 'key':
    case 'flag_key':
    case 'flagKey':
    case 'flag':
    case 'id':
    case 'slug':
    case 'getId':
    case 'getFlag':
    case 'getFlagKey':
    case 'getFlagName':
    case 'getSlug':
      // The key of an entry of an enum, not one of many.
      return given.length === 0 ? (key) => key : undefined;
    default:
      return undefined;
  }
}

/** Patterns of one class of characters or a fixed text; more could take long on purpose. */
const plainPattern = /^\/(\[?[\w\s\\^.:-]+\]?\+?)\/([gi]*)$/;

function replacing(from: string, to: string): ((key: string) => string) | undefined {
  if (!from.startsWith('/')) return (key) => key.replaceAll(from, to);
  const [, source = '', flags = ''] = plainPattern.exec(from) ?? [];
  if (source === '') return undefined;
  try {
    const pattern = new RegExp(source, flags);
    return (key) => key.replace(pattern, to);
  } catch {
    return undefined;
  }
}
