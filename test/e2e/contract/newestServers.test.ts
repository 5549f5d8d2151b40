import assert from 'node:assert/strict';
import { ok } from './client';
import { createExperiment } from './make';
import { useServer } from './useServer';
import type { Experiment, ExperimentDetail, Page } from './wire';

describe('a stranger meets what only the newest servers have', () => {
  const server = useServer();

  it('the event that counts as exposure, the health and the effective shared metrics', async () => {
    const { results } = await ok(server.client.get<Page<Experiment>>('experiments/'));
    const details = await Promise.all(
      results.map(({ id }) => ok(server.client.get<ExperimentDetail>(`experiments/${id}/`))),
    );
    for (const { resolved_exposure_event: event = '', health, saved_metrics } of details) {
      assert.ok(['$feature_flag_called', '$experiment_exposure'].includes(event), event);
      for (const { code, severity, title, actions: advice } of health?.findings ?? []) {
        assert.ok(code !== '' && title !== '' && Array.isArray(advice));
        assert.ok(['critical', 'warning', 'info'].includes(severity), severity);
      }
      for (const link of saved_metrics) assert.ok('effective_query' in link);
    }
  });

  it('a draft cannot be frozen', async () => {
    assert.equal((await createExperiment(server.client)).can_freeze_exposure, false);
  });
});
