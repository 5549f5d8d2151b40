const defaultLimit = 100;

/** One page of rows in the envelope of a list. */
export interface Page<Row> {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly Row[];
}

/**
 * The envelope of a list, and its slice. Nonsense in `limit` or `offset` means the default, as on the server;
 * there is no upper limit. The links keep every other parameter, sorted by name.
 */
export function pageOf<Row>(rows: readonly Row[], url: URL): Page<Row> {
  const limit = wholeNumber(url.searchParams.get('limit'), 1) ?? defaultLimit;
  const offset = wholeNumber(url.searchParams.get('offset'), 0) ?? 0;
  return {
    count: rows.length,
    next: offset + limit < rows.length ? link(url, limit, offset + limit) : null,
    previous: offset > 0 ? link(url, limit, offset - limit) : null,
    results: rows.slice(offset, offset + limit),
  };
}

function link(url: URL, limit: number, offset: number): string {
  const linked = new URL(url);
  linked.searchParams.set('limit', String(limit));
  if (offset > 0) linked.searchParams.set('offset', String(offset));
  else linked.searchParams.delete('offset');
  linked.searchParams.sort();
  return linked.href;
}

function wholeNumber(text: string | null, minimum: number): number | undefined {
  const value = text !== null && /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= minimum ? value : undefined;
}
