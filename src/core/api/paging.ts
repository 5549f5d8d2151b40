import type * as v from 'valibot';
import type { ApiCaller } from './caller';
import { endpoint, type Query } from './endpoint';
import { PostHogError } from './errors';
import { pageSize } from './pageSize';
import { type Rows, readRows } from './wire/tolerant';
import { wirePage } from './wire/page';

/** Far beyond any real project; ends a server that never does. */
const maxPages = 1_000;

export interface PagedList {
  /** With its trailing slash, for example `/api/projects/:project/experiments/`. */
  readonly template: string;
  readonly ids?: Readonly<Record<string, string | number>>;
  readonly query?: Query;
}

/**
 * Reads a list to its end by offsets of our own (`next` links carry the wrong host behind some proxies). Rows that
 * shift between two pages are told apart by `idOf`. A page that fails, or a list without end, rejects the whole: a
 * part never passes for all.
 */
export async function readAllPages<S extends v.GenericSchema>(
  call: ApiCaller,
  list: PagedList,
  rowSchema: S,
  idOf: (row: v.InferOutput<S>) => unknown,
  signal: AbortSignal,
): Promise<Rows<v.InferOutput<S>>> {
  const rows = new Map<unknown, v.InferOutput<S>>();
  let dropped = 0;
  for await (const page of pagesOf(call, list, signal)) {
    const read = readRows(rowSchema, page);
    for (const row of read.rows) rows.set(idOf(row), row);
    dropped += read.dropped;
  }
  return { rows: [...rows.values()], dropped };
}

/** The raw rows of a list, page by page, as far as the reader goes. */
export async function* pagesOf(
  call: ApiCaller,
  { template, ids, query }: PagedList,
  signal: AbortSignal,
): AsyncGenerator<readonly unknown[]> {
  let offset = 0;
  for (let page = 0; page < maxPages; page++) {
    const request = endpoint('GET', template, ids, { query: { ...query, limit: pageSize, offset } });
    const { results, next, count = 0 } = await call(request, wirePage, signal);
    yield results;
    offset += results.length;
    const isLast = (next === null || next === undefined) && offset >= count;
    if (results.length === 0 || isLast) return;
  }
  throw new PostHogError('badResponse', { method: 'GET', template, code: 'endless list' });
}
