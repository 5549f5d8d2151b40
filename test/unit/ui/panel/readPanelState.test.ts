import assert from 'node:assert/strict';
import { allFlags } from '../../../../src/shared/panelFlags';
import { panelKey, panelOf, type PanelState, tabsOf } from '../../../../src/shared/panelTabs';
import type { PageState } from '../../../../src/shared/panelView';
import { readPanelState } from '../../../../src/ui/panel/readPanelState';

const project = { accountId: 'ada', projectId: 42 };
const experiment = {
  kind: 'experiment',
  experimentId: 311,
  metricUuid: 'm',
  hiddenVariants: ['test'],
  ...project,
} as const;
const pages: readonly PageState[] = [
  experiment,
  { kind: 'experiment', experimentId: 312, ...project },
  { kind: 'stats', ...project },
  { kind: 'flags', wanted: { ...allFlags, search: 'a', page: 3, tag: '', active: false }, ...project },
];

describe('The state of a panel over a reload', () => {
  it('comes back as it was, whatever page is shown', () => {
    for (const page of pages) {
      const panel = panelOf(page);
      assert.deepEqual(readPanelState(JSON.parse(JSON.stringify(panel))), panel);
    }
    const turned: PanelState = { ...panelOf(experiment), shown: 'stats' };
    assert.deepEqual(readPanelState(structuredClone(turned)), turned);
  });

  it('is nothing when it is not what this version keeps', () => {
    const panel = panelOf(experiment);
    for (const odd of [
      undefined,
      null,
      'experiment',
      experiment,
      { ...panel, shown: 'other' },
      { ...panel, experiment: { kind: 'experiment', ...project } },
      { ...panel, stats: undefined },
      { ...panel, flags: { kind: 'flags', ...project } },
      { ...panel, flags: { ...panel.flags, wanted: { ...allFlags, order: 'id' } } },
    ]) {
      assert.equal(readPanelState(odd), undefined, JSON.stringify(odd));
    }
  });

  it('names one panel an experiment and one a project', () => {
    const keys = pages.map((page) => panelKey(panelOf(page)));
    assert.equal(new Set(keys).size, 3);
    assert.equal(keys[2], keys[3]);
    assert.equal(panelKey(panelOf({ ...experiment, metricUuid: 'other' })), keys[0]);
    assert.notEqual(panelKey(panelOf({ ...experiment, projectId: 43 })), keys[0]);
  });

  it('has a tab for the experiment only where there is one', () => {
    assert.deepEqual(
      pages.map((page) => tabsOf(panelOf(page)).join()),
      ['experiment,flags,stats', 'experiment,flags,stats', 'flags,stats', 'flags,stats'],
    );
  });
});
