import { experimentOf } from '../access';
import { activityView, experimentActivity } from '../activity';
import type { ActivityRow } from '../libraryRow';
import { type Answer, ok, type ProjectCall } from '../route';

const defaultLimit = 10;

/** `GET experiments/:id/activity/`, by pages that are counted from 1. */
export function listExperimentActivity(call: ProjectCall): Answer {
  const { project, url } = call;
  const rows = experimentActivity(project.activity, experimentOf(call));
  const limit = wholeNumber(url, 'limit') ?? defaultLimit;
  const page = wholeNumber(url, 'page') ?? 1;
  const to = page * limit;
  return ok({
    results: rows.slice(to - limit, to).map(activityView),
    next: to < rows.length ? pageLink(url, page + 1) : null,
    previous: page > 1 ? pageLink(url, page - 1) : null,
    total_count: rows.length,
  });
}

/** `GET activity_log/`, with `scope` and `item_id`: the same before experiments had an activity of their own. */
export function listActivityLog({ project, url }: ProjectCall): Answer {
  const query = url.searchParams;
  const scope = query.get('scope');
  const itemId = query.get('item_id');
  const experiment =
    scope === 'Experiment' ? project.experiments.find((row) => String(row.id) === itemId) : undefined;
  const rows: readonly ActivityRow[] = experiment
    ? experimentActivity(project.activity, experiment)
    : project.activity
        .filter((row) => (!scope || row.scope === scope) && (!itemId || String(row.itemId) === itemId))
        .toReversed();
  return ok({ next: null, previous: null, results: rows.map(activityView) });
}

function pageLink(url: URL, page: number): string {
  const link = new URL(url);
  link.searchParams.set('page', String(page));
  return link.href;
}

function wholeNumber(url: URL, name: string): number | undefined {
  const value = Number(url.searchParams.get(name) ?? NaN);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}
