import assert from 'node:assert/strict';
import { experimentUrl } from '../../../../src/core/experiment/webLinks';
import { openSession } from '../../support/openSession';

describe('The address of an experiment in the web app', () => {
  it('is below its project, and nowhere for sample data', () => {
    const { session } = openSession([]);
    const cloud = { ...session, webUrl: 'https://us.posthog.com/project/42' };
    assert.equal(experimentUrl(cloud, 311), 'https://us.posthog.com/project/42/experiments/311');
    assert.equal(experimentUrl(session, 311), undefined);
  });
});
