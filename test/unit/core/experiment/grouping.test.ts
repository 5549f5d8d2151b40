import assert from 'node:assert/strict';
import { experimentsByFlagKey } from '../../../../src/core/experiment/forFlag';
import { groupExperiments } from '../../../../src/core/experiment/grouping';
import { aDraft, aFlag, anEnded, anExperiment } from '../../support/models';

const off = aFlag({ active: false });
const all = [
  anEnded({ id: 1 }),
  anEnded({ id: 2, archived: true }),
  anExperiment({ id: 3, archived: true }),
  anExperiment({ id: 4, status: 'other' }),
  aDraft({ id: 5 }),
  anExperiment({ id: 6, status: 'paused', flag: off }),
  anExperiment({ id: 7, status: 'exposure_frozen' }),
  anExperiment({ id: 8 }),
];

describe('The groups of the list', () => {
  it('come in the order a person needs them, frozen ones among the running', () => {
    assert.deepEqual(
      groupExperiments(all).map(({ name, experiments }) => [name, experiments.map(({ id }) => id)]),
      [
        ['Running', [8, 7]],
        ['Paused', [6]],
        ['Draft', [5]],
        ['Ended', [1]],
        ['Other', [4]],
        ['Archived', [2, 3]],
      ],
    );
  });

  it('hold every experiment once, and none is empty', () => {
    const groups = groupExperiments(all);
    assert.equal(groups.flatMap(({ experiments }) => experiments).length, all.length);
    assert.deepEqual(groupExperiments([]), []);
    assert.deepEqual(
      groupExperiments([aDraft()]).map(({ name }) => name),
      ['Draft'],
    );
  });

  it('begin with what deserves a look, then the newest', () => {
    const running = [
      anExperiment({ id: 1, startMs: 100 }),
      anExperiment({ id: 2, startMs: 300 }),
      anExperiment({ id: 3, startMs: 200 }),
      anExperiment({ id: 4, startMs: 50, flag: off }),
      anExperiment({ id: 5, startMs: 60, flag: off }),
    ];
    assert.deepEqual(
      groupExperiments(running)[0]?.experiments.map(({ id }) => id),
      [5, 4, 2, 3, 1],
    );
  });

  it('are sorted by the end, else the start, else the making, else the number', () => {
    const ended = [anEnded({ id: 1, endMs: 100 }), anEnded({ id: 2, endMs: 200, startMs: 1 })];
    const drafts = [
      aDraft({ id: 3, createdMs: undefined }),
      aDraft({ id: 4, createdMs: undefined }),
      aDraft({ id: 5, createdMs: 1 }),
    ];
    assert.deepEqual(
      groupExperiments([...ended, ...drafts]).map(({ experiments }) => experiments.map(({ id }) => id)),
      [
        [5, 4, 3],
        [2, 1],
      ],
    );
  });

  it('leave the list they are made from as it was', () => {
    const before = [...all];
    groupExperiments(all);
    experimentsByFlagKey(all);
    assert.deepEqual(all, before);
  });
});

describe('The experiments of a flag', () => {
  it('come in the order running, paused, draft, other, ended, archived', () => {
    const [first, ...rest] = experimentsByFlagKey(all).get('checkout-button') ?? [];
    assert.equal(first?.id, 8);
    assert.deepEqual(
      rest.map(({ id }) => id),
      [7, 6, 5, 4, 1, 2, 3],
    );
  });

  it('come newest first where several are alike', () => {
    const ended = [
      anEnded({ id: 1, endMs: 100 }),
      anEnded({ id: 2, endMs: 300 }),
      anEnded({ id: 3, endMs: 200 }),
    ];
    assert.deepEqual(
      experimentsByFlagKey(ended)
        .get('checkout-button')
        ?.map(({ id }) => id),
      [2, 3, 1],
    );
  });

  it('are told apart by their key alone, whatever it is called', () => {
    const odd = ['__proto__', 'constructor', 'a', 'A'].map((flagKey, id) => anExperiment({ id, flagKey }));
    const byKey = experimentsByFlagKey(odd);
    assert.equal(byKey.size, 4);
    assert.equal(byKey.get('__proto__')?.[0].id, 0);
    assert.equal(byKey.get('toString'), undefined);
  });
});
