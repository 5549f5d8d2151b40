import type { Binding } from '../facts';
import type { Family } from '../language/language';
import { lastOf, ownerOf, type SourceFile } from './file';
import type { Defined } from './nameTables';
import { folderOf } from '../path';

/** What the object or type around is called in itself. */
export const ownRoots = new Set(['this', '$this', 'self', 'cls', 'Self', 'static', 'companion']);

/** Where a name alone is none of another type. */
export const hasOwnNames: ReadonlySet<Family> = new Set<Family>(['swift', 'dart']);

/** The candidate nearest to the file; undefined when several equally near ones differ. */
export function nearest(
  file: SourceFile,
  list: Defined<Binding>,
  qualifier: string | undefined,
): Defined<Binding>[number] | undefined {
  if (list.length <= 1) return list[0];
  const folder = folderOf(file.path);
  const inPackage = list.filter(([{ path }]) => folderOf(path).endsWith(qualifier ?? '\n'));
  if (inPackage.length === 1) return inPackage[0];
  const beside = list.filter(([{ path }]) => folderOf(path) === folder);
  if (beside.length > 0) return beside[0];
  const values = new Set(list.map(([, { value }]) => (value.is === 'text' ? value.text : '\n')));
  return values.size === 1 && !values.has('\n') ? list[0] : undefined;
}

/** The binding that a dotted name of a language without imports means, among those with its last name. */
export function meantBy(
  file: SourceFile,
  parts: readonly string[],
  all: Defined<Binding>,
  isImplied: boolean,
): readonly [SourceFile, Binding] | undefined {
  const last = parts.at(-1) ?? '';
  if (parts.length === 1 && !isImplied && hasOwnNames.has(file.family)) {
    const lone = all.filter(([, { name }]) => name === last);
    return nearest(file, lone, undefined);
  }
  const ending = isImplied ? `.${parts.join('.')}` : parts.slice(-2).join('.');
  const qualified = all.filter(
    ([, { name }]) => name === ending || name.endsWith(`.${ending}`) || (isImplied && name.endsWith(ending)),
  );
  const plain =
    parts.length === 1 || file.family === 'go' || file.family === 'rust'
      ? all.filter(([, { name }]) => name === last)
      : [];
  const inner = parts.length === 1 ? all : [];
  const list = qualified.length > 0 ? qualified : plain.length > 0 ? plain : inner;
  return nearest(file, list, parts.at(-2));
}

/** A setting of Django: what the project's own files of that name say. */
export function ofSettings(all: Defined<Binding>): readonly [SourceFile, Binding] | undefined {
  return all.find(([{ path }]) => /(?:^|\/)settings(?:\.py|\/\w+\.py)$/.test(path));
}

/** Of members of several types that are called alike the one of the type around a place; the first where none is. */
export function memberAround(
  file: SourceFile,
  members: readonly Binding[],
  at: number,
  isBare = false,
): Binding | undefined {
  const isStrict = isBare && hasOwnNames.has(file.family);
  if (at < 0 || (members.length <= 1 && !isStrict)) return members[0];
  let around = '';
  for (const { from, to, name } of file.facts.functions) if (from <= at && at <= to) around = name;
  for (let owner = ownerOf(around); owner !== ''; owner = ownerOf(owner)) {
    const own = members.find(({ name }) => name === `${owner}.${lastOf(name)}`);
    if (own) return own;
  }
  // A name alone is none of other types.
  return isStrict && around.includes('.') ? undefined : members[0];
}
