import type { FlagPage, ListedFlag, WholeFlag } from '../model/featureFlag';
import type { ApiCaller } from './caller';
import { endpoint, type Query } from './endpoint';
import { type FlagFilters, toFlagQuery } from './flagFilters';
import { pagesOf, readAllPages } from './paging';
import { toFlagPage, toListedFlag, toWholeFlag, wireListedFlag, wireWholeFlag } from './wire/listedFlag';
import { wirePage } from './wire/page';
import { readRows, type Rows } from './wire/tolerant';

const all = '/api/projects/:project/feature_flags/';
const one = `${all}:flag/`;

/** What `GET feature_flags` can be narrowed to. */
export interface AllFlagFilters extends FlagFilters {
  /** `STALE`: on, but of no use any more, says PostHog. */
  readonly active?: boolean | 'STALE';
  readonly type?: 'boolean' | 'multivariant' | 'experiment' | 'remote_config';
  readonly tags?: readonly string[];
}

/** Only what changed. `filters` is replaced as a whole, so send all of it. */
export interface FlagPatch {
  readonly active?: boolean;
  readonly filters?: Readonly<Record<string, unknown>>;
}

/**
 * Feature flags. Source: PostHog's posthog/api/feature_flag.py. Lists hide deleted flags and those of surveys. All of
 * them refuse requests with an `Origin` header, valid key or not: they cannot be sent from a webview.
 */
export class FlagsApi {
  constructor(private readonly call: ApiCaller) {}

  /** `GET feature_flags`, scope `feature_flag:read`: all pages. */
  async list(projectId: number, filters: AllFlagFilters, signal: AbortSignal): Promise<Rows<ListedFlag>> {
    const list = { template: all, ids: { project: projectId }, query: toQuery(filters) };
    const { rows, dropped } = await readAllPages(this.call, list, wireListedFlag, (flag) => flag.id, signal);
    return { rows: rows.map(toListedFlag), dropped };
  }

  /** The same, one page of at most `limit`. */
  async page(
    projectId: number,
    filters: AllFlagFilters & { readonly limit: number; readonly offset: number },
    signal: AbortSignal,
  ): Promise<FlagPage> {
    const { limit, offset } = filters;
    const query = { ...toQuery(filters), limit, offset };
    const page = await this.call(endpoint('GET', all, { project: projectId }, { query }), wirePage, signal);
    return toFlagPage(page, { offset, source: 'all', isWanted: () => true });
  }

  /**
   * The flag with exactly this key, scope `feature_flag:read`; undefined when there is none. PostHog has no filter for
   * that: its search finds parts of keys and names, so pages are read until the key is among them.
   */
  async find(projectId: number, key: string, signal: AbortSignal): Promise<ListedFlag | undefined> {
    const list = { template: all, ids: { project: projectId }, query: { search: key } };
    for await (const page of pagesOf(this.call, list, signal)) {
      const found = readRows(wireListedFlag, page).rows.find((flag) => flag.key === key);
      if (found) return toListedFlag(found);
    }
    return undefined;
  }

  /** `GET feature_flags/:id`, scope `feature_flag:read`. */
  async retrieve(projectId: number, flagId: number, signal: AbortSignal): Promise<WholeFlag> {
    const request = endpoint('GET', one, { project: projectId, flag: flagId });
    return toWholeFlag(await this.call(request, wireWholeFlag, signal));
  }

  /**
   * `PATCH feature_flags/:id`, scope `feature_flag:write`. It hits everybody who gets the flag at once. Conflict when
   * the change needs an approval first.
   */
  async update(projectId: number, flagId: number, patch: FlagPatch, signal: AbortSignal): Promise<WholeFlag> {
    const request = endpoint('PATCH', one, { project: projectId, flag: flagId }, { body: patch });
    return toWholeFlag(await this.call(request, wireWholeFlag, signal));
  }
}

function toQuery(filters: AllFlagFilters): Query {
  return {
    ...toFlagQuery(filters),
    type: filters.type,
    tags: filters.tags && JSON.stringify(filters.tags),
  };
}
