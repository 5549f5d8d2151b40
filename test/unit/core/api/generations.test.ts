import assert from 'node:assert/strict';
import { answerOf } from '../../support/ask';
import { seriesByGeneration } from '../../support/generation/answers';
import { experimentsByGeneration, purchaseMetric, revenueMetric } from '../../support/generation/experiments';
import { aDay, aDetail, aFlag, aMetric, anExperiment, aResult } from '../../support/models';
import { never } from '../../support/openSession';
import { page } from '../../support/wireLists';

const generations = ['B', 'C', 'D', 'E', 'F'] as const;
type Generation = (typeof generations)[number];

/** What every generation tells, each in its own way. */
function anyExperiment(generation: Generation) {
  return anExperiment({
    description: 'Green converts better',
    // Derived where the server has no word for it.
    serverStatus: generation === 'B' ? undefined : 'running',
    flag: aFlag({
      releaseConditions: [
        { rolloutPercent: 100, isCatchAll: false, forcedVariant: 'test' },
        { rolloutPercent: 80, isCatchAll: true, forcedVariant: undefined },
      ],
    }),
    variants: [
      { key: 'control', name: 'Control', rolloutPercent: 34 },
      { key: 'test', name: 'Green', rolloutPercent: 33 },
      { key: 'test-2', name: 'Blue', rolloutPercent: 33 },
    ],
    excludedVariants: ['test-2'],
    createdBy: { id: 5, name: 'Ada King' },
    holdout: { id: 3, name: 'Everybody but a tenth' },
    exposureCohortId: 88,
    runningTime: {
      minimumDetectableEffect: 20,
      recommendedSampleSize: 1600,
      recommendedRunningTimeDays: 14,
      manual: undefined,
    },
    tags: generation === 'F' ? ['growth'] : [],
  });
}

function anyDetail(generation: Generation) {
  const { uuid, fingerprint } = purchaseMetric;
  const isNewest = generation === 'F';
  const finding = {
    code: 'forced_variant_release_condition',
    severity: 'info',
    title: 'A release condition forces a variant',
    detail: 'Users it matches are not assigned at random.',
  } as const;
  return aDetail({
    ...anyExperiment(generation),
    primaryMetrics: [aMetric({ uuid, fingerprint, type: 'funnel', definition: purchaseMetric })],
    secondaryMetrics: [
      aMetric({
        uuid: revenueMetric.uuid,
        name: 'Revenue per user',
        fingerprint: revenueMetric.fingerprint,
        definition: revenueMetric,
      }),
    ],
    statistics: {
      method: 'frequentist',
      level: 0.9,
      difference: 'relative',
      baselineVariantKey: generation < 'D' ? undefined : 'control',
      sequential: false,
    },
    exposureCriteria: { filterTestAccounts: true, multiple_variant_handling: 'first_seen' },
    resolvedExposureEvent: isNewest ? '$experiment_exposure' : '$feature_flag_called',
    onlyCountMaturedUsers: generation !== 'B',
    healthFindings: isNewest ? [finding] : undefined,
    version: isNewest ? 3 : undefined,
  });
}

describe('One experiment, told by every generation of servers', () => {
  for (const generation of generations) {
    it(`is the same in the list of ${generation}, whole or light`, async () => {
      const { item } = experimentsByGeneration[generation];
      const { rows, dropped } = await answerOf([page(item)], ({ experiments }) =>
        experiments.list(42, {}, never),
      );
      assert.deepEqual(rows, [anyExperiment(generation)]);
      assert.equal(dropped, 0);
    });

    it(`is the same by itself in ${generation}, with what is only told there`, async () => {
      const { detail } = experimentsByGeneration[generation];
      const experiment = await answerOf([{ body: detail }], ({ experiments }) =>
        experiments.retrieve(42, 311, never),
      );
      assert.deepEqual(experiment, anyDetail(generation));
    });

    it(`is the same as the answer to a write in ${generation}`, async () => {
      const { detail } = experimentsByGeneration[generation];
      const answers = [{ status: 201, body: detail }, { body: detail }, { status: 201, body: detail }];
      const written = await answerOf(answers, async ({ experiments }) => [
        await experiments.create(42, { name: 'n', feature_flag_key: 'k' }, never),
        await experiments.update(42, 311, { name: 'n' }, never),
        await experiments.duplicate(42, 311, { feature_flag_key: 'k' }, never),
      ]);
      for (const experiment of written) assert.deepEqual(experiment, anyDetail(generation));
    });

    it(`has the same daily results in ${generation}`, async () => {
      const { uuid, fingerprint } = purchaseMetric;
      const series = await answerOf([{ body: seriesByGeneration[generation] }], ({ results }) =>
        results.timeseries(42, 311, { uuid, fingerprint }, never),
      );
      const { baseline, variants } = aResult({
        sumSquares: 131,
        stepCounts: [430, 131],
        interval: [0.021, 0.587],
      });
      assert.deepEqual(series, {
        metricUuid: uuid,
        status: 'partial',
        days: [
          aDay('2026-03-02', { result: { baseline: { ...baseline, stepCounts: [412, 103] }, variants } }),
          aDay('2026-03-03'),
        ],
        computedMs: Date.UTC(2026, 2, 3, 2, 11, 8, 123),
        recalculation: undefined,
      });
    });
  }
});
