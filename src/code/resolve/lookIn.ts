import type { Value } from '../facts';
import { membersOf } from './descend';
import { anywhere, type SourceFile } from './file';
import type { Names } from './names';
import type { Change } from './wrapperSlots';

/** What a look into a table makes of a name: `Map.fetch!(@flags, name)`. */
export function lookIn(
  names: Names,
  file: SourceFile,
  { name, given }: Value & { is: 'call' },
): Change | undefined {
  const table = name === '[]' ? given[0]?.value : undefined;
  if (table?.is !== 'name') return undefined;
  const found = names.find(file, table.name, table.start) ?? names.find(file, table.name, anywhere);
  const members = found && membersOf(found.value);
  return members && ((key) => textOf(members.find((each) => each.name === key)?.value));
}

function textOf(value: Value | undefined): string | undefined {
  return value?.is === 'text' ? value.text : undefined;
}
