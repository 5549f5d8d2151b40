import * as v from 'valibot';
import { toExperimentView } from '../../core/panelView/experimentView';
import { toTimeseriesView } from '../../core/panelView/timeseriesView';
import type { Session } from '../../core/session';
import { findRow } from '../../core/store/knownExperiments';
import { lastLoaded } from '../../core/store/resource';
import { timeseriesKey } from '../../core/store/store';
import { loadExperiment } from '../../core/useCase/loadExperiment';
import { loadTimeseries } from '../../core/useCase/loadTimeseries';
import {
  type ExperimentPanelState,
  type PanelAction,
  panelActions,
  type TimeseriesView,
} from '../../shared/panelView';
import type { CommandName } from '../ids';
import { describeError } from '../messages';
import { answering, isFresh, type PanelDoors, type PanelPage } from './panelPage';
import { panelTitle } from './panelTitle';

const actionCommands: Record<PanelAction, CommandName> = {
  edit: 'editExperiment',
  recalculate: 'recalculateTimeseries',
  duplicate: 'duplicateExperiment',
  archive: 'archiveExperiment',
  unarchive: 'unarchiveExperiment',
  openInPostHog: 'openInPostHog',
  copyFlagKey: 'copyFlagKey',
};

const timeseriesParams = v.strictObject({
  metricUuid: v.pipe(v.string(), v.maxLength(200)),
  fresh: v.boolean(),
});
const actParams = v.strictObject({ action: v.picklist(panelActions) });

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
    if (fresh || !isFresh(session, session.store.state.timeseries.get(key)))
      await loadTimeseries(session, experimentId, metricUuid, signal);
    const resource = session.store.state.timeseries.get(key);
    const experiment = lastLoaded(session.store.state.details.get(experimentId))?.value;
    if (resource?.state === 'failed') throw resource.error;
    if (resource?.state !== 'ready' || !experiment) throw new Error('The daily results could not be read.');
    return toTimeseriesView(resource, experiment);
  }

  return {
    state,
    async read(session, fresh, signal) {
      if (fresh || !isFresh(session, session.store.state.details.get(experimentId)))
        await loadExperiment(session, experimentId, signal);
    },
    view(session) {
      return toExperimentView(
        state,
        {
          row: findRow(session.store.state, experimentId),
          detail: session.store.state.details.get(experimentId),
        },
        { nowMs: session.now(), hasWebApp: session.webUrl !== undefined, describeError },
      );
    },
    title: ({ content }) => content && panelTitle(content.name),
    answers: {
      timeseries: answering(timeseriesParams, timeseries),
      act: answering(actParams, (_session, { action }) =>
        doors.run(actionCommands[action], { id: experimentId }),
      ),
    },
  };
}
