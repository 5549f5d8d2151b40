import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import type { Experiment, ExperimentDetail } from '../../../../src/core/model/experiment';
import { toExperimentView } from '../../../../src/core/panelView/experimentView';
import { deletedHere } from '../../../../src/core/store/deletedHere';
import { idle, type Resource } from '../../../../src/core/store/resource';
import { aDetail, aDraft, aFlag, aMetric, anEnded, anExperiment } from '../../support/models';

const nowMs = new Date(2026, 2, 11, 12).getTime();
const panel = { kind: 'experiment', experimentId: 311, accountId: 'ada', projectId: 42 } as const;
const error = new PostHogError('offline', { method: 'GET', template: '/' });
const loaded = { value: aDetail(), loadedMs: 1000 };

function view(known: { row?: Experiment; detail?: Resource<ExperimentDetail> }, hasWebApp = true) {
  return toExperimentView(
    panel,
    { row: known.row, detail: known.detail },
    {
      nowMs,
      webUrl: hasWebApp ? 'https://us.posthog.com/project/42' : undefined,
      describeError: ({ kind }) => `failed: ${kind}`,
    },
  );
}

const summary = (experiment: Experiment, hasWebApp = true) => {
  const { content: shown } = view({ row: experiment }, hasWebApp);
  assert.ok(shown);
  return shown;
};
const metricViews = (...primaryMetrics: ExperimentDetail['primaryMetrics']) => {
  const value = aDetail({ primaryMetrics, secondaryMetrics: [aMetric({ name: 'Second' })] });
  return view({ detail: { state: 'ready', value, loadedMs: 1000 } }).content?.metrics ?? [];
};

describe('The panel of an experiment', () => {
  it('shows the whole experiment when it is there', () => {
    const shown = view({ row: anExperiment({ name: 'Row' }), detail: { state: 'ready', ...loaded } });
    assert.deepEqual(
      { ...shown, content: shown.content?.name },
      { state: panel, content: loaded.value.name, loading: false, trouble: undefined, loadedMs: 1000 },
    );
    assert.equal(shown.content?.metrics.length, 1);
  });

  it('shows the row of the list until then, without metrics', () => {
    for (const detail of [undefined, { state: 'loading', previous: undefined } as const]) {
      const shown = view({ row: anExperiment(), ...(detail && { detail }) });
      assert.equal(shown.loadedMs, undefined);
      assert.deepEqual(shown.content?.metrics, []);
    }
  });

  it('shows nothing of what is not known', () => {
    assert.equal(view({}).content, undefined);
  });

  it('is loading only while somebody reads, and else offers a way on', () => {
    const loading = view({ detail: { state: 'loading', previous: undefined } });
    assert.deepEqual([loading.loading, loading.trouble], [true, undefined]);
    for (const shown of [view({ detail: idle }), view({ row: anExperiment(), detail: idle })]) {
      assert.deepEqual([shown.loading, shown.trouble?.remedy], [false, 'retry']);
    }
  });

  it('keeps what it shows while it loads again, and when that fails', () => {
    const loading = view({ detail: { state: 'loading', previous: loaded } });
    assert.equal(loading.loading, true);
    assert.equal(loading.loadedMs, 1000);
    const failed = view({ detail: { state: 'failed', error, previous: loaded } });
    assert.deepEqual(
      [failed.loading, failed.trouble, failed.loadedMs],
      [
        false,
        { title: 'What you see may be out of date.', sentence: 'failed: offline', remedy: 'retry' },
        1000,
      ],
    );
    assert.equal(failed.content?.id, 311);
  });

  it('says why it shows nothing', () => {
    const failed = view({ detail: { state: 'failed', error, previous: undefined } });
    assert.deepEqual(
      [failed.content, failed.trouble?.title, failed.trouble?.sentence],
      [undefined, 'The experiment could not be read.', 'failed: offline'],
    );
  });

  it('is plain data that a message can carry', () => {
    const shown = view({ detail: { state: 'ready', ...loaded } });
    assert.deepEqual(structuredClone(shown), shown);
  });
});

describe('The head of the panel', () => {
  it('tells status, flag, variants and unit', () => {
    const shown = summary(anExperiment({ startMs: nowMs - 86_400_000 }));
    assert.equal(shown.statusWord, 'Running');
    assert.match(shown.ageText, /1 d/);
    assert.equal(shown.flagKey, 'checkout-button');
    assert.equal(shown.unit, 'users');
    assert.equal(shown.launched, true);
    assert.deepEqual(shown.variants, [
      { key: 'control', rolloutPercent: 50 },
      { key: 'test', rolloutPercent: 50 },
    ]);
    assert.equal(summary(aDraft()).launched, false);
  });

  it('has a tone for each state, and that of a warning before all', () => {
    const off = aFlag({ active: false });
    const tones: readonly [Experiment, string][] = [
      [anExperiment(), 'live'],
      [anExperiment({ status: 'exposure_frozen' }), 'live'],
      [anExperiment({ status: 'paused', flag: off }), 'waiting'],
      [aDraft(), 'waiting'],
      [anExperiment({ status: 'other' }), 'waiting'],
      [anEnded(), 'done'],
      [anExperiment({ archived: true }), 'done'],
      [anExperiment({ flag: off }), 'warning'],
    ];
    for (const [experiment, tone] of tones) assert.equal(summary(experiment).statusTone, tone);
  });

  it('warns in a sentence of what deserves a look', () => {
    assert.deepEqual(summary(anExperiment()).warnings, []);
    assert.match(summary(anExperiment({ flag: undefined })).warnings.join(), /missing/);
  });

  it('tells the conclusion of ended experiments alone, with its comment', () => {
    assert.equal(summary(anExperiment()).conclusionText, undefined);
    assert.equal(summary(anEnded()).conclusionText, 'no conclusion recorded');
    const won = anEnded({ conclusion: 'won', conclusionComment: 'Ship it' });
    assert.equal(summary(won).conclusionText, 'Won: Ship it');
  });

  it('offers what is allowed in this state to this account', () => {
    assert.deepEqual(summary(anExperiment()).actions, [
      'edit',
      'recalculate',
      'duplicate',
      'openInPostHog',
      'copyFlagKey',
      'createCohort',
      'checkFlag',
      'delete',
    ]);
    assert.deepEqual(summary(anEnded()).actions, [
      'edit',
      'recalculate',
      'duplicate',
      'archive',
      'openInPostHog',
      'copyFlagKey',
      'createCohort',
      'checkFlag',
      'delete',
    ]);
    assert.deepEqual(summary(anEnded({ archived: true }), false).actions, [
      'edit',
      'recalculate',
      'duplicate',
      'unarchive',
      'copyFlagKey',
      'createCohort',
      'checkFlag',
      'delete',
    ]);
    const restricted = anEnded({ isLegacy: true, editable: false });
    assert.deepEqual(summary(restricted, false).actions, ['copyFlagKey', 'checkFlag']);
  });
});

describe('The metrics of the panel', () => {
  it('come with their role, type and goal, primary ones first', () => {
    assert.deepEqual(metricViews(aMetric({ goal: 'decrease', type: 'funnel' })), [
      {
        uuid: 'uuid-1',
        name: 'Purchase',
        role: 'primary',
        typeWord: 'funnel',
        goal: 'decrease',
        note: undefined,
      },
      {
        uuid: 'uuid-1',
        name: 'Second',
        role: 'secondary',
        typeWord: 'mean',
        goal: 'increase',
        note: undefined,
      },
    ]);
  });

  it('have no daily results, and say why, when they are legacy, retention or old', () => {
    const views = metricViews(
      aMetric({ type: 'legacy' }),
      aMetric({ type: 'retention' }),
      aMetric({ uuid: undefined }),
      aMetric({ fingerprint: undefined }),
    ).slice(0, 4);
    assert.deepEqual(
      views.map(({ uuid }) => uuid),
      [undefined, undefined, undefined, undefined],
    );
    const [legacy, retention, old, unsaved] = views.map(({ note }) => note);
    assert.match(legacy ?? '', /Legacy/);
    assert.match(retention ?? '', /retention/);
    assert.match(old ?? '', /older PostHog/);
    assert.equal(unsaved, old);
  });

  it('are called metrics when their type is not known', () => {
    assert.equal(metricViews(aMetric({ type: 'other' }))[0]?.typeWord, 'metric');
  });

  it('offers to take along what was read, a draft in words only', () => {
    const of = (value: ExperimentDetail) => view({ detail: { state: 'ready', value, loadedMs: 1 } }).content;
    assert.deepEqual(of(aDetail())?.exports, ['clipboard', 'csv', 'json', 'png']);
    assert.deepEqual(of(aDetail({ startMs: undefined }))?.exports, ['clipboard']);
    assert.deepEqual(summary(anExperiment()).exports, []);
  });

  it('leads into the web app once it is read, and not from sample data', () => {
    const detail = { state: 'ready', ...loaded } as const;
    assert.ok(view({ detail }).content?.links);
    assert.equal(view({ detail }, false).content?.links, undefined);
    assert.equal(summary(anExperiment()).links, undefined);
  });
});

describe('The page of an experiment that was deleted', () => {
  it('offers to restore it when it was deleted from here, and else to read it again', () => {
    const failed = (reason: PostHogError) =>
      view({ detail: { state: 'failed', error: reason, previous: undefined } }).trouble?.remedy;
    assert.equal(failed(deletedHere), 'restore');
    assert.equal(failed(new PostHogError('notFound', { method: 'GET', template: '/' })), 'retry');
  });
});
