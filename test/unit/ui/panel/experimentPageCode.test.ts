import assert from 'node:assert/strict';
import type { ExperimentView } from '../../../../src/shared/panelView';
import { createExperimentPage } from '../../../../src/ui/panel/experimentPage';
import { openPanel } from '../../support/openPanel';
import { wireDetail } from '../../support/wireExperiments';

const state = { kind: 'experiment', experimentId: 311, accountId: 'ada', projectId: 42 } as const;
const { feature_flag_key: flagKey } = wireDetail;

describe('The code of a page', () => {
  it('is what the workspace is known to say, and is told when that changes', async () => {
    const panel = await openPanel(
      (doors) => createExperimentPage(state, doors),
      () => ({ body: wireDetail }),
    );
    await panel.sessions.start();
    const words = (view: unknown) =>
      (view as ExperimentView).content?.trust?.chips.find(({ id }) => id === 'code')?.words;
    await panel.ready();
    assert.equal(words(await panel.ready()), 'not searched');
    panel.doors.references.set(flagKey, 3);
    panel.host.redraw();
    assert.equal(words(panel.changed().at(-1)), '3 places');
    const told = panel.changed().length;
    panel.host.redraw();
    assert.equal(panel.changed().length, told);
  });
});
