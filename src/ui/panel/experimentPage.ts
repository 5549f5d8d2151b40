import * as v from 'valibot';
import { findLinkedUrl } from '../../core/experiment/webLinks';
import { toExperimentView } from '../../core/panelView/experimentView';
import { toTimeseriesView } from '../../core/panelView/timeseriesView';
import type { SeriesReading } from '../../core/model/timeseries';
import type { Session } from '../../core/session';
import { hidesEarly } from '../../core/store/findKnown';
import { findRow } from '../../core/store/knownExperiments';
import { lastLoaded, type Resource } from '../../core/store/resource';
import { timeseriesKey } from '../../core/store/store';
import { loadExperiment } from '../../core/useCase/loadExperiment';
import { loadActivity } from '../../core/useCase/loadActivity';
import { loadTimeseries } from '../../core/useCase/loadTimeseries';
import { maxPictureLength } from '../../shared/panelExport';
import { linkedPlaces, type PanelLink } from '../../shared/panelLinks';
import type { Outcome } from '../../shared/panelProtocol';
import type { TimeseriesView } from '../../shared/panelSeries';
import { type ExperimentPanelState, type PanelAction, panelActions } from '../../shared/panelView';
import type { CommandName } from '../ids';
import { describeError } from '../messages';
import { exposuresAnswer } from './exposuresAnswer';
import { answering, isFresh, type PanelDoors, type PanelPage } from './panelPage';
import { panelTitle } from './panelTitle';
import { resultsAnswers } from './resultsAnswers';

const actionCommands: Record<PanelAction, CommandName> = {
  edit: 'editExperiment',
  recalculate: 'recalculateTimeseries',
  duplicate: 'duplicateExperiment',
  archive: 'archiveExperiment',
  unarchive: 'unarchiveExperiment',
  openInPostHog: 'openInPostHog',
  copyFlagKey: 'copyFlagKey',
  createCohort: 'createExposureCohort',
  checkFlag: 'checkFlagImplementation',
  delete: 'deleteExperiment',
};

const uuid = v.pipe(v.string(), v.maxLength(200));
const metricParams = v.strictObject({ metricUuid: uuid });
const timeseriesParams = v.strictObject({ metricUuid: uuid, fresh: v.boolean() });
/** It works for minutes: PostHog asks for no more. */
const recalculationPollMs = 15_000;
const actParams = v.strictObject({ action: v.picklist(panelActions) });
const exportParams = v.variant('to', [
  v.strictObject({ to: v.picklist(['clipboard', 'csv', 'json']) }),
  v.strictObject({ to: v.literal('png'), picture: v.pipe(v.string(), v.maxLength(maxPictureLength)) }),
]);
const variantKey = v.pipe(v.string(), v.maxLength(400));
const openParams = v.variant('to', [
  v.strictObject({ to: v.picklist(linkedPlaces) }),
  v.strictObject({ to: v.picklist(['recordings', 'people']), variantKey }),
  v.strictObject({ to: v.literal('insight'), metricUuid: uuid }),
]);

/** The page of one experiment. */
export function createExperimentPage(
  state: ExperimentPanelState,
  doors: PanelDoors,
): PanelPage<'experiment'> {
  const { experimentId } = state;

  async function timeseries(
    session: Session,
    { metricUuid, fresh }: v.InferOutput<typeof timeseriesParams>,
    signal: AbortSignal,
  ): Promise<TimeseriesView> {
    const key = timeseriesKey(experimentId, metricUuid);
    if (fresh || !isFreshSeries(session, session.store.state.timeseries.get(key)))
      await loadTimeseries(session, experimentId, metricUuid, signal);
    const { timeseries: all, details, activities, timeZone, earlyResults } = session.store.state;
    const resource = all.get(key);
    const experiment = lastLoaded(details.get(experimentId))?.value;
    if (resource?.state === 'failed') throw resource.error;
    if (resource?.state !== 'ready' || !experiment) throw new Error('The daily results could not be read.');
    return toTimeseriesView(resource, {
      experiment,
      timeZone,
      activities: lastLoaded(activities.get(experimentId))?.value.activities,
      hidesEarly: hidesEarly(earlyResults, experimentId),
      nowMs: session.now(),
    });
  }

  async function changes(session: Session, _params: object, signal: AbortSignal): Promise<Outcome> {
    await loadActivity(session, experimentId, signal);
    const resource = session.store.state.activities.get(experimentId);
    if (resource?.state === 'failed') throw resource.error;
    return { kind: 'done' };
  }

  async function open(session: Session, link: PanelLink): Promise<Outcome> {
    const experiment = lastLoaded(session.store.state.details.get(experimentId))?.value;
    const url = experiment && findLinkedUrl(session, experiment, link);
    if (url === undefined) return { kind: 'refused', reason: 'PostHog has no such page.' };
    await doors.open(url);
    return { kind: 'done' };
  }

  return {
    state,
    about: { id: experimentId },
    async read(session, fresh, signal) {
      if (fresh || !isFresh(session, session.store.state.details.get(experimentId)))
        await loadExperiment(session, experimentId, signal);
    },
    view(session) {
      const row = findRow(session.store.state, experimentId);
      const detail = session.store.state.details.get(experimentId);
      const flagKey = (row ?? lastLoaded(detail)?.value)?.flagKey;
      return toExperimentView(
        state,
        {
          row,
          detail,
          results: session.store.state.verdicts.get(experimentId),
          exposures: session.store.state.exposures.get(experimentId),
          readings: session.store.state.readings,
          timeZone: session.store.state.timeZone,
          hidesEarly: hidesEarly(session.store.state.earlyResults, experimentId),
        },
        {
          nowMs: session.now(),
          webUrl: session.webUrl,
          describeError,
          codeReferences: flagKey === undefined ? undefined : doors.countReferences(flagKey),
        },
      );
    },
    title: ({ content }) => content && panelTitle(content.name),
    answers: {
      timeseries: answering(timeseriesParams, timeseries),
      changes: answering(v.strictObject({}), changes),
      recalculate: answering(metricParams, (_session, { metricUuid }) =>
        doors.run('recalculateTimeseries', { id: experimentId, metricUuid }),
      ),
      exposures: exposuresAnswer(experimentId),
      export: answering(exportParams, (_session, wanted) =>
        doors.run('exportResults', { id: experimentId, ...wanted }),
      ),
      open: answering(openParams, open),
      ...resultsAnswers(experimentId),
      act: answering(actParams, (_session, { action }) =>
        doors.run(actionCommands[action], { id: experimentId }),
      ),
    },
  };
}

/** PostHog is asked every so often while it computes the days anew; else what was read a moment ago will do. */
function isFreshSeries(session: Session, resource: Resource<SeriesReading> | undefined): boolean {
  if (!isFresh(session, resource)) return false;
  const loaded = lastLoaded(resource);
  return loaded?.value.recalculation === undefined || session.now() - loaded.loadedMs < recalculationPollMs;
}
