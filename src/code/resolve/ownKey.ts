import type { Binding, Call, Value } from '../facts';
import { lastOf, ownerOf, type SourceFile } from './file';
import { keysOf } from './keys';
import type { Names } from './names';
import { hasOwnNames } from './nearest';

/** The slot of a method that reads the flag of the object it belongs to: `Flag.nav.isOn()`. No parameter is called so. */
export const ownKey = '.';

const ofObject = /^(?:\$?this|self)\.\w+$/;
const bare = /^[a-z]\w*$/;
/** Where a method names what belongs to its object without `this`. */
const withoutThis = new Set(['kotlin', 'java', 'swift', 'dart', 'csharp']);

/** Whether the name may be what the object around holds: `this.key`, `self.rawValue`, the receiver of a method of Go. */
function mayBeOwn(file: SourceFile, name: string, type: string): boolean {
  const canBeBare = file.family === 'go' || withoutThis.has(file.facts.language);
  if (!ofObject.test(name) && !(canBeBare && bare.test(name))) return false;
  // A constant of the type beside its entries.
  const isBeside = (each: Binding): boolean =>
    each.value.is === 'text' &&
    (!(hasOwnNames.has(file.family) || file.family === 'python') || ownerOf(each.name) === type);
  return !file.knows(name) && !file.membersCalled(lastOf(name)).some(isBeside);
}

/** The type whose method is around, and that method; of a property, the enum before it. */
export function methodAround(
  { facts }: SourceFile,
  at: number,
): { readonly type: string; readonly index: number | undefined } | undefined {
  let index: number | undefined;
  for (const [each, { from, to }] of facts.functions.entries()) {
    const best = index === undefined ? undefined : facts.functions[index];
    if (from <= at && at <= to && (!best || from >= best.from)) index = each;
  }
  const name = index === undefined ? '' : (facts.functions[index]?.name ?? '');
  if (name.includes('.')) return { type: name.slice(0, name.lastIndexOf('.')), index };
  if (facts.language !== 'swift' && facts.language !== 'dart') return undefined;
  const entry = facts.bindings.findLast(
    ({ isEntry, value }) => isEntry === true && value.is === 'text' && value.start < at,
  );
  return entry && { type: entry.name.slice(0, entry.name.lastIndexOf('.')), index: undefined };
}

/**
 * The type whose method is around a name that is held by what the method is called on, and what lists the keys: that type
 * with its entries, or a member of all types that are that one.
 */
export function typeOfOwnKey(
  names: Names,
  file: SourceFile,
  name: string,
  at: number,
): { readonly type: string; readonly index: number | undefined; readonly keys: string } | undefined {
  const method = methodAround(file, at);
  if (!method || !mayBeOwn(file, name, method.type)) return undefined;
  const member = `${method.type}.${lastOf(name)}`;
  // Whatever a class of Python has may be the entry of an enum.
  const lists = file.family === 'python' ? [member, method.type] : [method.type, member];
  const keys = lists.find((each) => names.typed(file, each).length > 0);
  if (keys !== undefined) return { ...method, keys };
  // Types that are this one may stand in files that nobody has read so far.
  return ofFlags.test(method.type) ? { ...method, index: undefined, keys: method.type } : undefined;
}

const ofFlags = /flag|feature|experiment|toggle|variant/i;

/**
 * What a method of this type is called on, if that stands for a key: anything may have methods of such names, and so may
 * the entries of another enum.
 */
export function receiversOf(
  names: Names,
  file: SourceFile,
  { name, from, to }: Call,
  type: string,
): readonly Value[] {
  const last = lastOf(name).length + 1;
  const receiver: Value = { is: 'name', name: name.slice(0, -last), start: from, end: to - last };
  const keys = keysOf(names, file, receiver, from);
  const isMeant = keys.some(({ through = [] }) => {
    const entry = through.find(({ binding }) => binding.isEntry === true);
    return !entry || lastOf(ownerOf(entry.binding.name)) === type;
  });
  return isMeant ? [receiver] : [];
}
