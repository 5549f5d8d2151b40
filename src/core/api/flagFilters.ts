import type { Query } from './endpoint';

type OrderField = 'created_at' | 'key' | 'name';

/** What every list of flags can be narrowed to and ordered by. */
export interface FlagFilters {
  /** Part of the key or the name. */
  readonly search?: string;
  readonly createdById?: number;
  readonly evaluationRuntime?: 'server' | 'client' | 'all';
  /** The newest first unless something else is asked for. */
  readonly order?: OrderField | `-${OrderField}`;
}

export function toFlagQuery(filters: FlagFilters & { readonly active?: boolean | 'STALE' }): Query {
  return {
    search: filters.search,
    active: filters.active,
    created_by_id: filters.createdById,
    evaluation_runtime: filters.evaluationRuntime,
    order: filters.order,
  };
}
