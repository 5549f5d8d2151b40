import { invalid } from '../errors';
import { type Era, eraOf } from '../era';
import { pageOf } from '../pages';
import { type ExperimentRow, statusOf } from '../project';
import { type Answer, ok, type ProjectCall } from '../route';
import { lightExperiment } from '../serialize';

/** `GET experiments/`. Unknown filter values are ignored in silence, unknown orders are not. */
export function listExperiments({ project, url, world }: ProjectCall): Answer {
  const query = url.searchParams;
  const archived = query.get('archived') === 'true';
  const filters = [
    statusFilter(query, project.era),
    searchFilter(query),
    creatorFilter(query),
    flagFilter(query),
  ];
  const rows = project.experiments.filter(
    (row) => !row.deleted && row.archived === archived && filters.every((passes) => passes(row)),
  );
  return ok(
    pageOf(rows.toSorted(orderOf(query.get('order'), world.now())), url, (row) =>
      lightExperiment(row, project),
    ),
  );
}

type Filter = (row: ExperimentRow) => boolean;
const everything: Filter = () => true;

function statusFilter(query: URLSearchParams, era: Era): Filter {
  const word = query.get('status')?.toLowerCase() ?? '';
  switch (word) {
    case 'draft':
    case 'running':
    case 'paused':
    case 'stopped':
    case 'exposure_frozen':
      return (row) => statusOf(row, era) === word;
    case 'complete':
      return (row) => statusOf(row, era) === 'stopped';
    default:
      return everything;
  }
}

function searchFilter(query: URLSearchParams): Filter {
  const search = query.get('search')?.toLowerCase();
  return search ? (row) => row.name.toLowerCase().includes(search) : everything;
}

/** One id, a comma list or a JSON list. */
function creatorFilter(query: URLSearchParams): Filter {
  const ids = query.get('created_by_id')?.match(/\d+/g)?.map(Number);
  return ids ? (row) => ids.includes(row.created_by.id) : everything;
}

function flagFilter(query: URLSearchParams): Filter {
  const text = query.get('feature_flag_id');
  if (text === null) return everything;
  if (!/^-?\d+$/.test(text)) throw invalid('feature_flag_id must be an integer');
  return (row) => row.flag.id === Number(text);
}

type Value = number | string | null;

function orderOf(order: string | null, nowMs: number): (a: ExperimentRow, b: ExperimentRow) => number {
  const wanted = order || '-created_at';
  const descending = wanted.startsWith('-');
  const valueOf = orderValues.get(descending ? wanted.slice(1) : wanted);
  if (!valueOf) throw invalid(`Invalid order field: '${wanted}'`);
  const direction = descending ? -1 : 1;
  return (a, b) => direction * (compare(valueOf(a, nowMs), valueOf(b, nowMs)) || a.id - b.id);
}

const statusRank = { draft: 0, running: 1, paused: 1, exposure_frozen: 1, stopped: 2 } as const;

const orderValues = new Map<string, (row: ExperimentRow, nowMs: number) => Value>([
  ['created_at', (row) => row.created_at],
  ['updated_at', (row) => row.updated_at],
  ['name', (row) => row.name.toLowerCase()],
  ['start_date', (row) => row.start_date],
  ['end_date', (row) => row.end_date],
  ['duration', (row, nowMs) => (row.start_date === null ? null : (row.end_date ?? nowMs) - row.start_date)],
  ['status', (row) => statusRank[statusOf(row, eraOf('F'))]],
  ['created_by', (row) => row.created_by.id],
]);

/** Nothing is greater than anything, as in the server's database. */
function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
