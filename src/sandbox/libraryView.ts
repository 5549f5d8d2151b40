import type { HoldoutRow, SavedMetricRow } from './libraryRow';
import { isoZ } from './time';
import { userBasic } from './userBasic';

/** A shared metric as its own endpoint shows it. */
export function savedMetricView(row: SavedMetricRow) {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    query: row.query,
    tags: row.tags,
    ...authorship(row),
    user_access_level: 'editor',
  };
}

/** A holdout, also inside the experiments it is set on. */
export function holdoutView(row: HoldoutRow) {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    filters: row.filters,
    ...authorship(row),
  };
}

function authorship(row: SavedMetricRow | HoldoutRow) {
  return {
    created_by: userBasic(row.created_by),
    created_at: isoZ(row.created_at),
    updated_at: isoZ(row.updated_at),
  };
}
