import type { Given } from '../facts';
import { kinds } from '../token/tokens';
import { readValue } from './value';
import { textValue } from './textValue';
import type { Reader } from './reader';

const plain = new Set([
  'class',
  'className',
  'id',
  'style',
  'href',
  'src',
  'alt',
  'rel',
  'target',
  'placeholder',
  'title',
  'role',
  'lang',
  'variant',
  'size',
  'color',
  'type',
  'xmlns',
  'd',
  'viewBox',
  'fill',
  'stroke',
  'width',
  'height',
  'testID',
  'to',
  'as',
  'label',
  'htmlFor',
  'for',
  'rows',
  'cols',
]);

/** A tag with its attributes: `<FeatureGate flag="x">`. */
export function readComponent(reader: Reader, tag: number): void {
  const { cursor } = reader;
  const end = cursor.match(tag);
  if (end < 0) return;
  const name = cursor.tokens.textOf(tag);
  const given: Given[] = [];
  for (let at = tag + 1; at < end; at = cursor.behind(at)) {
    if (!cursor.isWord(at) || !cursor.is(at + 1, '=')) continue;
    const attribute = nameOfAttribute(cursor.word(at));
    if (
      plain.has(attribute) ||
      attribute.startsWith('data-') ||
      attribute.startsWith('aria-') ||
      attribute.startsWith('on')
    )
      continue;
    const value = at + 2;
    const kind = cursor.kind(value);
    if (kind === kinds.text) given.push({ slot: attribute, value: textValue(cursor, value) });
    else if (kind === kinds.open && cursor.match(value) > value) {
      given.push({ slot: attribute, value: readValue(cursor, value + 1, cursor.match(value)) });
    } else if (kind === kinds.head)
      given.push({ slot: attribute, value: readValue(cursor, value, cursor.behind(value)) });
  }
  if (given.length > 0)
    reader.note(name, given, cursor.tokens.from[tag] ?? 0, cursor.tokens.to[tag] ?? 0, false, true);
}

/** The name without what marks its value as code: `:flag`, `v-bind:flag`, `[flag]`, `*flag`. */
function nameOfAttribute(name: string): string {
  return name
    .replace(/^(?:v-bind:|:|\*|\[|bind:)/, '')
    .replace(/\]$/, '')
    .replace(/\.(?:camel|prop)$/, '');
}
