import { canEdit, experimentOf, levelOf, refuseFlagChange } from '../access';
import { changeExperiment, switchFlag } from '../changeExperiment';
import { forbidden, invalid } from '../errors';
import { commentReader, conclusions } from '../experimentInput';
import { flag as readFlag, nullable } from '../fields';
import type { JsonObject } from '../json';
import { hasScope } from '../keys';
import type { ExperimentRow } from '../project';
import { type Answer, ok, type ProjectCall } from '../route';
import { fullExperiment } from '../serialize';
import { checkLaunch } from '../validation';

/*
 * Actions on one experiment: `POST experiments/:id/<action>/`, answered with the whole experiment.
 */

/** From draft to running: the start is now, the flag goes on. */
export function launchExperiment(call: ProjectCall): Promise<Answer> {
  const row = experimentOf(call);
  if (row.start_date !== null) throw invalid('Experiment has already been launched.');
  checkLaunch(row.flag, call.project.era);
  refuseFlagChange(call, row.flag);
  changeExperiment(call, row, { start_date: call.world.now() });
  switchFlag(call, row, true);
  return shown(call, row);
}

/** The flag stays as it is. What is not said of the conclusion is taken back. */
export function endExperiment(call: ProjectCall): Promise<Answer> {
  const row = experimentOf(call);
  refuseUnlessLaunched(row);
  const { conclusion = null, conclusion_comment: comment = null } = readEnding(call);
  changeExperiment(call, row, {
    end_date: call.world.now(),
    conclusion,
    conclusion_comment: comment,
  });
  return shown(call, row);
}

export function pauseExperiment(call: ProjectCall): Promise<Answer> {
  const row = experimentOf(call);
  refuseUnlessLaunched(row);
  if (!row.flag.active) throw invalid('Experiment is already paused.');
  refuseFlagChange(call, row.flag);
  switchFlag(call, row, false);
  return shown(call, row);
}

export function resumeExperiment(call: ProjectCall): Promise<Answer> {
  const row = experimentOf(call);
  refuseUnlessLaunched(row);
  if (row.flag.active) throw invalid('Experiment is not paused.');
  refuseFlagChange(call, row.flag);
  switchFlag(call, row, true);
  return shown(call, row);
}

/** Back to draft. The flag stays as it is, on if it was on. */
export function resetExperiment(call: ProjectCall): Promise<Answer> {
  const row = experimentOf(call);
  if (row.start_date === null) throw invalid('Experiment is already in draft state.');
  changeExperiment(call, row, {
    start_date: null,
    end_date: null,
    archived: false,
    conclusion: null,
    conclusion_comment: null,
  });
  return shown(call, row);
}

/** With `disable_feature_flag`, a flag that is on goes off too, unless another experiment lives by it. */
export function archiveExperiment(call: ProjectCall): Promise<Answer> {
  const { project, body } = call;
  const row = experimentOf(call);
  if (row.archived) throw invalid('Experiment is already archived.');
  if (row.start_date === null || row.end_date === null) {
    throw invalid('Experiment must be ended before it can be archived.');
  }
  const disables = project.era.hasFlagOptions && isSet(body, 'disable_feature_flag');
  const isShared = project.experiments.some(
    (other) => other !== row && other.flag === row.flag && !other.deleted && !other.archived,
  );
  const switchesOff = disables && row.flag.active && !row.flag.deleted && !isShared;
  if (switchesOff) refuseDisabling(call, row);
  changeExperiment(call, row, { archived: true });
  if (switchesOff) switchFlag(call, row, false);
  return shown(call, row);
}

export function unarchiveExperiment(call: ProjectCall): Promise<Answer> {
  const row = experimentOf(call);
  if (!row.archived) throw invalid('Experiment is not archived.');
  changeExperiment(call, row, { archived: false });
  return shown(call, row);
}

async function shown(call: ProjectCall, row: ExperimentRow): Promise<Answer> {
  return ok(await fullExperiment(row, call));
}

function refuseUnlessLaunched(row: ExperimentRow): void {
  if (row.start_date === null) throw invalid('Experiment has not been launched yet.');
  if (row.end_date !== null) throw invalid('Experiment has already ended.');
}

/** What a body says of how it ended; undefined: nothing. @throws ApiRefusal 400, 403 */
export function readEnding({ body, key, project }: ProjectCall) {
  const { conclusion, conclusion_comment: comment } = body;
  if (project.era.hasFlagInput && isSet(body, 'open_cleanup_pr') && !hasScope(key, 'task:write')) {
    throw forbidden("API key missing required scope 'task:write'");
  }
  return {
    ...(conclusion === undefined ? {} : { conclusion: nullable(conclusions)(conclusion, 'conclusion') }),
    ...(comment === undefined
      ? {}
      : { conclusion_comment: commentReader(project.era)(comment, 'conclusion_comment') }),
  };
}

function isSet(body: JsonObject, name: string): boolean {
  const value = body[name];
  return value !== undefined && readFlag(value, name);
}

function refuseDisabling({ key, project }: ProjectCall, { flag }: ExperimentRow): void {
  if (!hasScope(key, 'feature_flag:write')) {
    throw forbidden(
      "You don't have feature flag write access, so this experiment's feature flag can't be disabled.",
    );
  }
  if (!canEdit(levelOf(flag, key, 'feature_flag'))) {
    throw forbidden(
      "You don't have editor access to this experiment's feature flag, so it can't be disabled. " +
        'Archive the experiment without disabling the flag, or ask someone with flag access.',
    );
  }
  if (project.approvals.has(flag.key)) {
    throw forbidden(
      'Disabling this feature flag requires approval. Disable it from the feature flag page ' +
        'to go through the approval flow, then archive the experiment.',
    );
  }
}
