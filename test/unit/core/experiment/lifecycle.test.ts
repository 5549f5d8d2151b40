import assert from 'node:assert/strict';
import {
  archiveObstacle,
  cohortObstacle,
  deleteObstacle,
  duplicateObstacle,
  editObstacle,
  recalculateObstacle,
  unarchiveObstacle,
} from '../../../../src/core/experiment/lifecycle';
import type { ExperimentStatus } from '../../../../src/core/model/experiment';
import { aDraft, aFlag, anEnded, anExperiment } from '../../support/models';

const statuses: readonly ExperimentStatus[] = [
  'draft',
  'running',
  'exposure_frozen',
  'paused',
  'stopped',
  'other',
];

describe('The life of an experiment', () => {
  it('allows the archive to ended experiments alone', () => {
    const allowed = statuses.filter((status) => archiveObstacle(anExperiment({ status })) === undefined);
    assert.deepEqual(allowed, ['stopped']);
    assert.match(archiveObstacle(aDraft()) ?? '', /End it first/);
  });

  it('allows neither archive nor its reverse twice', () => {
    assert.match(archiveObstacle(anEnded({ archived: true })) ?? '', /archived already/);
    assert.match(unarchiveObstacle(anEnded()) ?? '', /not archived/);
    assert.equal(unarchiveObstacle(anEnded({ archived: true })), undefined);
  });

  it('lets what was archived by force out again, whatever its status', () => {
    for (const status of statuses) {
      assert.equal(unarchiveObstacle(anExperiment({ status, archived: true })), undefined);
    }
  });

  it('allows a viewer no change', () => {
    assert.match(archiveObstacle(anEnded({ editable: false })) ?? '', /may view/);
    assert.match(unarchiveObstacle(anEnded({ editable: false, archived: true })) ?? '', /may view/);
  });

  it('allows copies of all but legacy experiments', () => {
    for (const status of statuses) assert.equal(duplicateObstacle(anExperiment({ status })), undefined);
    assert.equal(duplicateObstacle(anEnded({ archived: true })), undefined);
    assert.match(duplicateObstacle(anExperiment({ isLegacy: true })) ?? '', /legacy/);
  });

  it('allows every editor to edit and delete, whatever the status', () => {
    for (const status of statuses) {
      for (const experiment of [anExperiment({ status }), anExperiment({ status, archived: true })]) {
        assert.equal(editObstacle(experiment), undefined);
        assert.equal(deleteObstacle(experiment), undefined);
      }
    }
    assert.match(editObstacle(anExperiment({ editable: false })) ?? '', /may view/);
    assert.match(deleteObstacle(anExperiment({ editable: false })) ?? '', /may view/);
  });

  it('has results to compute anew from the launch on, unless its metrics are of the retired engine', () => {
    assert.equal(recalculateObstacle(anEnded()), undefined);
    assert.match(recalculateObstacle(aDraft()) ?? '', /Launch it first/);
    assert.match(recalculateObstacle(anExperiment({ isLegacy: true })) ?? '', /legacy/);
    assert.match(recalculateObstacle(anExperiment({ editable: false })) ?? '', /may view/);
  });

  it('has exposed somebody from the launch on, by a flag that exists', () => {
    assert.equal(cohortObstacle(anEnded({ isLegacy: true })), undefined);
    assert.equal(cohortObstacle(anExperiment({ exposureCohortId: 5 })), undefined);
    assert.match(cohortObstacle(aDraft()) ?? '', /Launch it first/);
    assert.match(cohortObstacle(anExperiment({ flag: undefined })) ?? '', /missing/);
    assert.match(cohortObstacle(anExperiment({ flag: aFlag({ deleted: true }) })) ?? '', /missing/);
    assert.match(cohortObstacle(anExperiment({ editable: false })) ?? '', /may view/);
  });
});
