import type { SourceFile } from './file';
import { folderOf } from '../path';

/** Whether a function belongs to a type, a class, an object. */
export function isMethod([file, index]: readonly [SourceFile, number]): boolean {
  return file.functionAt(index)?.name.includes('.') === true;
}

/** Whether a function of Go belongs to the package of this name. */
export function isInPackage(each: readonly [SourceFile, number], name: string): boolean {
  return !isMethod(each) && folderOf(each[0].path).split('/').at(-1) === name;
}
