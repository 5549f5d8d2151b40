import type { Binding } from '../facts';
import type { SourceFile } from './file';
import { folderOf } from '../path';
import type { Defined } from './nameTables';

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
