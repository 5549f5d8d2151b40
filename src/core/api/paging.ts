import type * as v from 'valibot';
import type { ApiCaller } from './caller';
import { PostHogError } from './errors';
import { type Rows, readRows } from './wire/tolerant';
import { wirePage } from './wire/page';

const pageSize = 100;
/** Far beyond any real project; ends a server that never does. */
const maxPages = 1_000;

export interface PagedList {
  /** With its trailing slash, for example `/api/projects/42/experiments/`. */
  readonly path: string;
  readonly template: string;
  readonly query?: Readonly<Record<string, string>>;
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
  let offset = 0;
  for (let page = 0; page < maxPages; page++) {
    const query = new URLSearchParams({ ...list.query, limit: String(pageSize), offset: String(offset) });
    const {
      results,
      next,
      count = 0,
    } = await call(
      { method: 'GET', path: `${list.path}?${query.toString()}`, template: list.template },
      wirePage,
      signal,
    );
    const read = readRows(rowSchema, results);
    for (const row of read.rows) rows.set(idOf(row), row);
    dropped += read.dropped;
    offset += results.length;
    const isLast = (next === null || next === undefined) && offset >= count;
    if (results.length === 0 || isLast) return { rows: [...rows.values()], dropped };
  }
  throw new PostHogError('badResponse', { method: 'GET', template: list.template, code: 'endless list' });
}
