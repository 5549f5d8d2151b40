import assert from 'node:assert/strict';
import { allFlags } from '../../../../src/shared/panelFlags';
import { panelKey, type PanelState } from '../../../../src/shared/panelView';
import { readPanelState } from '../../../../src/ui/panel/readPanelState';

const project = { accountId: 'ada', projectId: 42 };
const states: readonly PanelState[] = [
  { kind: 'experiment', experimentId: 311, metricUuid: 'm', hiddenVariants: ['test'], ...project },
  { kind: 'experiment', experimentId: 312, ...project },
  { kind: 'stats', ...project },
  { kind: 'flags', wanted: { ...allFlags, search: 'a', page: 3, tag: '', active: false }, ...project },
];

describe('The state of a panel over a reload', () => {
  it('comes back as it was, whatever the kind', () => {
    for (const state of states) assert.deepEqual(readPanelState(structuredClone(state)), state);
  });

  it('is nothing when it is not what this version keeps', () => {
    for (const odd of [
      undefined,
      null,
      'experiment',
      { experimentId: 311, ...project },
      { kind: 'other', ...project },
      { kind: 'experiment', ...project },
      { kind: 'stats', accountId: 'ada' },
      { kind: 'flags', ...project },
      { kind: 'flags', wanted: { ...allFlags, order: 'id' }, ...project },
    ]) {
      assert.equal(readPanelState(odd), undefined, JSON.stringify(odd));
    }
  });

  it('names one panel an experiment and one each page of a project', () => {
    assert.equal(new Set(states.map(panelKey)).size, 4);
    const [first] = states;
    assert.ok(first?.kind === 'experiment');
    assert.equal(panelKey({ ...first, metricUuid: 'other' }), panelKey(first));
    assert.notEqual(panelKey({ ...first, projectId: 43 }), panelKey(first));
  });
});
