/** Where the keyboard is in a chart: on one day of one variant. */

export interface Cursor {
  readonly day: number;
  /** Among the variants that are shown. */
  readonly line: number;
}

const weekDays = 7;

/** Where a key takes the cursor; undefined for a key that is no business of the chart. */
export function moveCursor(
  { day, line }: Cursor,
  key: string,
  size: { readonly days: number; readonly lines: number },
): Cursor | undefined {
  const at = (newDay: number, newLine = line): Cursor => ({
    day: Math.max(0, Math.min(size.days - 1, newDay)),
    line: Math.max(0, Math.min(size.lines - 1, newLine)),
  });
  switch (key) {
    case 'ArrowLeft':
      return at(day - 1);
    case 'ArrowRight':
      return at(day + 1);
    case 'ArrowUp':
      return at(day, line - 1);
    case 'ArrowDown':
      return at(day, line + 1);
    case 'PageUp':
      return at(day - weekDays);
    case 'PageDown':
      return at(day + weekDays);
    case 'Home':
      return at(0);
    case 'End':
      return at(size.days - 1);
    default:
      return undefined;
  }
}
