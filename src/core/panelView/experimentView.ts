import type {
  ExperimentPanelState,
  ExperimentSummaryView,
  ExperimentView,
  MetricView,
  PanelAction,
  Trouble,
} from '../../shared/panelView';
import { conclusionWord, periodText, statusWord, unitOf } from '../experiment/wording';
import { type MetricInRole, metricsInRole } from '../experiment/allMetrics';
import { findAttention } from '../experiment/attention';
import { findConcerns } from '../experiment/health';
import type { ExposuresView } from '../../shared/panelExposures';
import {
  archiveObstacle,
  cohortObstacle,
  deleteObstacle,
  duplicateObstacle,
  editObstacle,
  recalculateObstacle,
  unarchiveObstacle,
} from '../experiment/lifecycle';
import { toLinksView } from '../experiment/webLinks';
import { seriesObstacle } from '../experiment/seriesObstacle';
import type { Experiment, ExperimentDetail } from '../model/experiment';
import type { PostHogError } from '../api/errors';
import { type ReadExperiment, toKnown } from '../store/findKnown';
import { isDeletedHere } from '../store/deletedHere';
import { lastLoaded } from '../store/resource';
import { toExposuresView } from './exposuresView';
import { toResultsView } from './resultsView';
import { toPowerView } from './powerView';
import { toTrustView } from './trustView';
import { pageTrouble } from './pageTrouble';

export interface ViewOptions {
  readonly nowMs: number;
  /** Undefined on sample data. */
  readonly webUrl: string | undefined;
  readonly describeError: (error: PostHogError) => string;
  /** Places in this workspace that ask for the flag; undefined while it was not searched. */
  readonly codeReferences?: number | undefined;
}

export const deletedTrouble: Trouble = {
  title: 'The experiment was deleted.',
  sentence: 'PostHog keeps it, and its flag stayed as it was: it can be brought back.',
  remedy: 'restore',
};

/** What the panel shows of an experiment, from all that is known: the whole one, else its row of the list. */
export function toExperimentView(
  panel: ExperimentPanelState,
  known: ReadExperiment & { readonly row: Experiment | undefined },
  options: ViewOptions,
): ExperimentView {
  const loaded = lastLoaded(known.detail);
  const experiment = loaded?.value ?? known.row;
  return {
    state: panel,
    content: experiment && toSummary(experiment, loaded?.value, known, options),
    loading: known.detail?.state === 'loading',
    trouble: isDeletedHere(known.detail)
      ? deletedTrouble
      : pageTrouble(known.detail, 'The experiment', options.describeError),
    loadedMs: loaded?.loadedMs,
  };
}

function toSummary(
  experiment: Experiment,
  detail: ExperimentDetail | undefined,
  read: ReadExperiment,
  options: ViewOptions,
): ExperimentSummaryView {
  const { nowMs, webUrl } = options;
  const known = toKnown(experiment, read);
  const exposures = toExposuresView(known, read.exposures, options);
  const attention = findAttention(experiment);
  return {
    id: experiment.id,
    name: experiment.name,
    description: experiment.description,
    statusWord: statusWord(experiment),
    statusTone: attention === undefined ? toneOf(experiment) : 'warning',
    launched: experiment.startMs !== undefined,
    ageText: periodText(experiment, nowMs),
    warnings: findConcerns(known, nowMs)
      .filter(({ severity }) => severity !== 'info')
      .map(({ sentence }) => sentence),
    flagKey: experiment.flagKey,
    variants: experiment.variants.map(({ key, rolloutPercent }) => ({ key, rolloutPercent })),
    metrics: detail ? metricsInRole(detail).map(toMetricView) : [],
    conclusionText: conclusionText(experiment),
    unit: unitOf(experiment),
    trust: toTrustView(known, {
      nowMs,
      whyUncounted: whyUncounted(exposures),
      codeReferences: options.codeReferences,
    }),
    exposures,
    results: toResultsView(
      { ...known, detail },
      { verdict: read.results, readings: read.readings ?? new Map(), ...options },
    ),
    power: toPowerView(known, nowMs),
    actions: actionsOf(experiment, webUrl !== undefined),
    exports: detail
      ? ['clipboard', ...(detail.startMs === undefined ? [] : (['csv', 'json', 'png'] as const))]
      : [],
    links: detail && webUrl !== undefined ? toLinksView({ webUrl }, detail) : undefined,
  };
}

function whyUncounted(exposures: ExposuresView | undefined): string {
  switch (exposures?.reading) {
    case 'underWay':
      return 'PostHog is counting the exposures.';
    case 'failed':
      return exposures.trouble ?? 'The exposures could not be read.';
    default:
      return 'The exposures were not read yet.';
  }
}

function toneOf(experiment: Experiment): ExperimentSummaryView['statusTone'] {
  if (experiment.archived || experiment.status === 'stopped') return 'done';
  return experiment.status === 'running' || experiment.status === 'exposure_frozen' ? 'live' : 'waiting';
}

function conclusionText(experiment: Experiment): string | undefined {
  if (experiment.status !== 'stopped') return undefined;
  const word = conclusionWord(experiment.conclusion);
  return experiment.conclusionComment === undefined ? word : `${word}: ${experiment.conclusionComment}`;
}

function actionsOf(experiment: Experiment, hasWebApp: boolean): readonly PanelAction[] {
  const allowed: Record<PanelAction, boolean> = {
    edit: editObstacle(experiment) === undefined,
    recalculate: recalculateObstacle(experiment) === undefined,
    duplicate: duplicateObstacle(experiment) === undefined,
    archive: archiveObstacle(experiment) === undefined,
    unarchive: unarchiveObstacle(experiment) === undefined,
    openInPostHog: hasWebApp,
    copyFlagKey: true,
    createCohort: cohortObstacle(experiment) === undefined,
    checkFlag: true,
    delete: deleteObstacle(experiment) === undefined,
  };
  return Object.entries(allowed).flatMap(([action, can]) => (can ? [action as PanelAction] : []));
}

function toMetricView({ metric, role }: MetricInRole): MetricView {
  const note = seriesObstacle(metric);
  return {
    uuid: note === undefined ? metric.uuid : undefined,
    name: metric.name,
    role,
    typeWord: metric.type === 'other' ? 'metric' : metric.type,
    goal: metric.goal,
    note,
  };
}
