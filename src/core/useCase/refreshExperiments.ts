import { pageSize } from '../api/pageSize';
import type { Experiment, ExperimentDetail } from '../model/experiment';
import type { Session } from '../session';
import { knownExperiments } from '../store/knownExperiments';
import { listKey, parseList } from '../store/listStorage';
import { lastLoaded, mapLoaded, type Resource } from '../store/resource';
import type { ExperimentList, State } from '../store/store';
import { fetchResource } from './fetchResource';
import { keepExperiments } from './keepExperiments';
import { saysTheSame } from './saysTheSame';

/** Puts the list of the last time on screen, with its age, unless a newer one is there already. */
export async function restoreExperiments(session: Session): Promise<void> {
  const stored = parseList(await session.storage.read(listKey(session.accountId, session.projectId)));
  if (!stored || session.signal.aborted) return;
  session.store.update((state) =>
    state.list.state === 'idle' ? { ...state, list: { state: 'loading', previous: stored } } : state,
  );
}

/** Reads all experiments of the project, archived ones too. Resolves when they are there or the failure is. */
export async function refreshExperiments(session: Session, signal: AbortSignal): Promise<void> {
  const { client, store, projectId } = session;
  await fetchResource<ExperimentList>(
    session,
    {
      key: 'experiments',
      fetch: async (flightSignal) => {
        const before = store.state.details;
        const [open, archived] = await Promise.all([
          client.experiments.list(projectId, {}, flightSignal),
          client.experiments.list(projectId, { archived: true }, flightSignal),
        ]);
        // One that is archived between the two calls comes twice.
        const read = new Map<number, Experiment>(
          [...open.rows, ...archived.rows].map((experiment) => [experiment.id, experiment]),
        );
        for (const [id, detail] of store.state.details) {
          const experiment = lastLoaded(detail)?.value;
          // Written or read while the list was on its way: that answer is the newer truth.
          if (experiment && experiment !== lastLoaded(before.get(id))?.value) read.set(id, experiment);
          // Deleted meanwhile.
          if (isGone(detail) && detail !== before.get(id)) read.delete(id);
        }
        return { experiments: [...read.values()], unreadable: open.dropped + archived.dropped };
      },
      current: () => store.state.list,
      put: (list) => store.update((state) => ({ ...state, list, details: withRowsOf(list, state.details) })),
    },
    signal,
  );
  if (session.store.state.list.state === 'ready') await keepExperiments(session);
}

function isGone(detail: Resource<ExperimentDetail>): boolean {
  return detail.state === 'failed' && detail.error.kind === 'notFound';
}

/** How many requests reading the list takes, as far as is known of it: the open ones and the archived ones, by pages. */
export function listRequests(state: State): number {
  const experiments = knownExperiments(state);
  const archived = experiments.filter((experiment) => experiment.archived).length;
  const pages = (rows: number) => Math.max(1, Math.ceil(rows / pageSize));
  return pages(experiments.length - archived) + pages(archived);
}

/** What is known whole follows the rows that were read after it: a flag switched elsewhere shows in both. */
function withRowsOf(list: State['list'], details: State['details']): State['details'] {
  if (list.state !== 'ready' || details.size === 0) return details;
  const rows = new Map(list.value.experiments.map((row) => [row.id, row]));
  return new Map(
    Array.from(details, ([id, detail]) => {
      const row = rows.get(id);
      return [id, row ? mapLoaded(detail, (known) => withRow(known, row)) : detail];
    }),
  );
}

/** Metrics and findings are as old as the reading that told them: its time of change stays, to tell they are outdated. */
function withRow(known: ExperimentDetail, row: Experiment): ExperimentDetail {
  if (saysTheSame(row, known)) return known;
  return { ...known, ...row, updatedMs: known.updatedMs, healthFindings: undefined };
}
