import type { Binding, Member, Value } from '../facts';
import type { SourceFile } from './file';

/** A value found behind a name: where it stands, and what owns it. */
export interface Found {
  readonly file: SourceFile;
  readonly value: Value;
  /** The binding, and the members on the way to the value: `FLAGS`, `['web', 'nav']`. */
  readonly binding: Binding;
  readonly way: readonly string[];
}

/** The member of a binding's value that a path names. */
export function descend(file: SourceFile, binding: Binding, path: readonly string[]): Found | undefined {
  let { value } = binding;
  for (const name of path) {
    if (name === '*') {
      const elements = elementsOf(value);
      if (!elements) return undefined;
      value = { is: 'list', of: elements };
      continue;
    }
    if (value.is === 'list' && /^\d+$/.test(name)) {
      const element = value.of[Number(name)];
      if (!element) return undefined;
      value = element;
      continue;
    }
    if (value.is === 'list' && value.of.every((each) => each.is === 'members')) {
      // A member of any element: `entry.flag` of `entries.*`.
      const of = value.of.flatMap(
        (each) =>
          membersOf(each)
            ?.filter((member) => member.name === name)
            .map((member) => member.value) ?? [],
      );
      if (of.length === 0) return undefined;
      value = { is: 'list', of };
      continue;
    }
    const member = membersOf(value)?.find((each) => each.name === name)?.value ?? givenAs(value, name);
    if (!member) return undefined;
    value = member;
  }
  return { file, value, binding, way: path };
}

/** What a field of a struct is made with: `Flag{Key: "nav"}`. */
function givenAs(value: Value, name: string): Value | undefined {
  return value.is === 'call' ? value.given.find(({ slot }) => slot === name)?.value : undefined;
}

/** All elements of a list, or values of an object. */
function elementsOf(value: Value): readonly Value[] | undefined {
  if (value.is === 'list') return value.of;
  const members = membersOf(value);
  if (members) return members.map((member) => member.value);
  if (value.is !== 'call') return undefined;
  const [given] = value.given;
  return given?.value.is === 'list' ? given.value.of : value.given.map((each) => each.value);
}

/** The members of an object, also of one that is given to a call: `Object.freeze({ … })`, `defineFlags({ … })`. */
export function membersOf(value: Value): readonly Member[] | undefined {
  if (value.is === 'members') return value.of;
  if (value.is !== 'call') return undefined;
  for (const { value: given } of value.given) if (given.is === 'members') return given.of;
  return undefined;
}

/** Schemas that allow some texts: `z.enum(['nav', 'menu'])` of Zod, `v.picklist(NAMES)` of Valibot. */
const schemas = /^\w+\.(?:enum|nativeEnum|picklist|union)$/;

/** What a schema allows, where that has a name of its own or is a list; any other value is itself. */
export function allowedBy(value: Value): Value {
  if (value.is !== 'call' || !schemas.test(value.name)) return value;
  return value.given[0]?.value ?? value;
}
