/*
 * What parameters of lists can say.
 */

/** One id or, where several are understood, a comma list or a JSON list of them. */
export function idsIn(text: string | null, several: boolean): readonly number[] | undefined {
  if (text === null) return undefined;
  const ids = text.match(/\d+/g)?.map(Number);
  return several ? ids : ids?.slice(0, 1);
}

/** A JSON list of texts; anything else is ignored. */
export function textsIn(text: string | null): readonly string[] | undefined {
  if (text === null) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : undefined;
  } catch {
    return undefined;
  }
}

export type Order<Row> = (row: Row) => number | string | null;

/**
 * How to compare rows by a name that may begin with a minus; rows that are equal go by id.
 * @returns undefined when there is no such order
 */
export function orderedBy<Row extends { readonly id: number }>(
  wanted: string,
  orders: ReadonlyMap<string, Order<Row>>,
): ((a: Row, b: Row) => number) | undefined {
  const isDescending = wanted.startsWith('-');
  const valueOf = orders.get(isDescending ? wanted.slice(1) : wanted);
  const direction = isDescending ? -1 : 1;
  return valueOf && ((a, b) => direction * (compare(valueOf(a), valueOf(b)) || a.id - b.id));
}

/** Nothing is greater than anything, as in the server's database. */
function compare(a: number | string | null, b: number | string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
