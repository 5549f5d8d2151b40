import assert from 'node:assert/strict';
import {
  archiveObstacle,
  duplicateObstacle,
  unarchiveObstacle,
} from '../../../../src/core/experiment/lifecycle';
import type { ExperimentStatus } from '../../../../src/core/model/experiment';
import { aDraft, anEnded, anExperiment } from '../../support/models';

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
});
