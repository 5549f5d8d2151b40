/** What the page of flags says about how much of the whole it shows. */
import { formatCount } from '../../src/shared/format';
import type { FlagsContent, FlagsWanted } from '../../src/shared/panelFlags';

/** Which rows these are, of how many. A part never passes for the whole. */
export function countWords(content: FlagsContent, { tag }: FlagsWanted): string {
  const { rows, firstRow, matching, read, count, unread, source } = content;
  const range = `${formatCount(firstRow + 1)}–${formatCount(firstRow + rows.length)}`;
  if (tag !== undefined) {
    const some =
      unread === 0
        ? `${formatCount(matching)} of ${flags(read)} ${have(matching)} the tag “${tag}”.`
        : `${formatCount(matching)} of the ${flags(read)} read ${have(matching)} the tag “${tag}”, ${formatCount(unread)} not read yet.`;
    return matching > rows.length ? `${some} These are ${range}.` : some;
  }
  if (rows.length === 0) return '';
  if (unread === 0) return `${range} of ${formatCount(matching)}`;
  // Of the flags with variants only some are eligible: how many will be known at the end.
  return source === 'all'
    ? `${range} of ${formatCount(matching)} found so far, ${flags(unread)} not looked at yet`
    : `${range} of ${formatCount(count)}`;
}

/** What stands in the table's place; undefined when there are rows. */
export function emptyWords(content: FlagsContent, wanted: FlagsWanted): string | undefined {
  if (content.rows.length > 0) return undefined;
  if (wanted.tag !== undefined && content.read > 0)
    return content.unread === 0
      ? 'No flag of this list has the tag.'
      : 'None of the flags read so far has the tag.';
  if (isFiltered(wanted)) return 'No flag matches.';
  return 'No flag here can carry an experiment yet. It takes a flag with two or more variants, the first called control.';
}

/** Things to know before reading the list. */
export function flagNotes({ source, unreadable }: FlagsContent): readonly string[] {
  return [
    ...(source === 'all'
      ? [
          'This PostHog does not list the flags for experiments: these were chosen from all flags with variants.',
        ]
      : []),
    ...(unreadable > 0
      ? [
          unreadable === 1
            ? '1 flag could not be read and is missing here.'
            : `${formatCount(unreadable)} flags could not be read and are missing here.`,
        ]
      : []),
  ];
}

export function isFiltered({ search, active, owner, runtime, tag }: FlagsWanted): boolean {
  return search.trim() !== '' || [active, owner, runtime, tag].some((filter) => filter !== undefined);
}

function flags(count: number): string {
  return count === 1 ? '1 flag' : `${formatCount(count)} flags`;
}

function have(count: number): string {
  return count === 1 ? 'has' : 'have';
}
