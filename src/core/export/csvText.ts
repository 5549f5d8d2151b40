export type CsvCell = string | number | boolean | undefined;

/**
 * Rows as RFC 4180 has them: lines end with CR LF, text is quoted where it must be. A text that a spreadsheet would take
 * for a formula gets an apostrophe before it; numbers are written as they are, at full precision.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return String(cell);
  // Spreadsheets look past blanks, and some past a tab or a line break.
  const text = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
