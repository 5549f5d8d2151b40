/** Every state the page of statistics can be in, by name. */
import { PostHogError } from '../../src/core/api/errors';
import type { ExperimentStats } from '../../src/core/model/experimentStats';
import { closedTrouble } from '../../src/core/panelView/closedTrouble';
import { toStatsView } from '../../src/core/panelView/statsView';
import type { Resource } from '../../src/core/store/resource';
import type { PanelScenario } from './scenario';

const panel = { kind: 'stats', accountId: 'us', projectId: 1 } as const;
const busy: ExperimentStats = {
  launchedLast30Days: 7,
  launchedPrevious30Days: 4,
  percentChange: 75,
  active: 9,
  completedLast30Days: 3,
};
const failure = new PostHogError('offline', { method: 'GET', template: '/' });
const unknown = new PostHogError('notFound', { method: 'GET', template: '/' });
const forbidden = new PostHogError('forbidden', { method: 'GET', template: '/' });

type Build = (nowMs: number) => PanelScenario;

function showing(stats: (nowMs: number) => Resource<ExperimentStats>, projectName = 'Fernwood Shop'): Build {
  return (nowMs) => ({
    panel,
    view: {
      kind: 'result',
      value: toStatsView(panel, { projectName, stats: stats(nowMs) }, wordsOf),
    },
    answer: () => undefined,
  });
}

/** Sentences as the host makes them; the host's own are no business of a webview. */
function wordsOf({ kind }: PostHogError): string {
  return kind === 'forbidden'
    ? 'The API key or your account may not do this. PostHog says: API key missing required scope experiment:read'
    : 'PostHog cannot be reached. Check the network connection and the host.';
}

function ready(stats: Partial<ExperimentStats>): (nowMs: number) => Resource<ExperimentStats> {
  return (nowMs) => ({ state: 'ready', value: { ...busy, ...stats }, loadedMs: nowMs - 5 * 60_000 });
}

const none = { launchedLast30Days: 0, launchedPrevious30Days: 0, percentChange: 0, completedLast30Days: 0 };

export const statsStates: Readonly<Record<string, Build>> = {
  'stats-loading': showing(() => ({ state: 'loading', previous: undefined })),
  'stats-full': showing(ready({})),
  'stats-first-month': showing(ready({ launchedPrevious30Days: 0, percentChange: 100 })),
  'stats-fewer': showing(ready({ launchedLast30Days: 3, launchedPrevious30Days: 9, percentChange: -66.7 })),
  'stats-huge': showing(
    ready({
      launchedLast30Days: 12_480,
      launchedPrevious30Days: 9_311,
      percentChange: 34,
      active: 104_220,
      completedLast30Days: 11_020,
    }),
  ),
  'stats-empty': showing(ready({ ...none, active: 0 })),
  'stats-failed': showing((nowMs) => ({
    state: 'failed',
    error: failure,
    previous: { value: busy, loadedMs: nowMs - 3 * 3_600_000 },
  })),
  'stats-forbidden': showing(() => ({ state: 'failed', error: forbidden, previous: undefined })),
  'stats-old-server': showing(() => ({ state: 'failed', error: unknown, previous: undefined })),
  'stats-signed-out': () => ({
    panel,
    view: {
      kind: 'result',
      value: {
        state: panel,
        content: undefined,
        loading: false,
        trouble: closedTrouble('signedOut'),
        loadedMs: undefined,
      },
    },
    answer: () => undefined,
  }),
  'stats-hostile': showing(ready({}), '<img src=x onerror="window.hacked=1"> \u202Egnp.exe\u202C'.repeat(8)),
};
