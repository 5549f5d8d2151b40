import { experimentOf, refuseFlagChange } from '../access';
import { changeFlag } from '../changeFlag';
import { invalid } from '../errors';
import { isFrozen } from '../flagRow';
import { type ExperimentRow, statusOf } from '../project';
import { type Answer, ok, type ProjectCall } from '../route';
import { fullExperiment } from '../serialize';

/** `POST experiments/:id/freeze_exposure/`: no new users enter. */
export function freezeExposure(call: ProjectCall): Promise<Answer> {
  const row = experimentOf(call);
  if (isFrozen(row.flag)) throw invalid('Experiment exposure is already frozen.');
  if (statusOf(row, call.project.era) !== 'running') {
    throw invalid('Exposure can only be frozen while the experiment is running.');
  }
  if (row.flag.aggregation_group_type_index !== null) {
    throw invalid('Exposure cannot be frozen for group-aggregated experiments.');
  }
  return setFrozen(call, row, true);
}

/** `POST experiments/:id/unfreeze_exposure/`: new users enter again. */
export function unfreezeExposure(call: ProjectCall): Promise<Answer> {
  const row = experimentOf(call);
  if (!isFrozen(row.flag)) throw invalid('Experiment exposure is not frozen.');
  return setFrozen(call, row, false);
}

async function setFrozen(call: ProjectCall, row: ExperimentRow, isOn: boolean): Promise<Answer> {
  const { flag } = row;
  refuseFlagChange(call, flag);
  const groups = flag.groups.map(({ exposure_frozen: _before, ...group }) =>
    isOn ? { ...group, exposure_frozen: true } : group,
  );
  changeFlag(call, flag, { groups });
  return ok(await fullExperiment(row, call));
}
