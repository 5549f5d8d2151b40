import type { Experiment, ExperimentDetail } from '../../../src/core/model/experiment';
import type { FeatureFlag, ListedFlag } from '../../../src/core/model/featureFlag';
import type { Metric } from '../../../src/core/model/metric';
import type { MetricResult, VariantResult, VariantSample } from '../../../src/core/model/metricResult';
import type { TimeseriesDay } from '../../../src/core/model/timeseries';

export function aFlag(parts: Partial<FeatureFlag> = {}): FeatureFlag {
  return {
    id: 901,
    key: 'checkout-button',
    active: true,
    deleted: false,
    groupTypeIndex: undefined,
    servesSomeone: true,
    releaseConditions: [{ rolloutPercent: 100, isCatchAll: true, forcedVariant: undefined }],
    ...parts,
  };
}

export function aListedFlag(parts: Partial<ListedFlag> = {}): ListedFlag {
  return {
    id: 901,
    key: 'checkout-button',
    name: '',
    active: false,
    variants: [
      { key: 'control', name: undefined, rolloutPercent: 50 },
      { key: 'test', name: undefined, rolloutPercent: 50 },
    ],
    payloads: {},
    ownerName: undefined,
    ownerId: undefined,
    tags: [],
    experimentIds: [],
    createdMs: undefined,
    updatedMs: undefined,
    evaluationRuntime: undefined,
    rolloutPercent: 100,
    ...parts,
  };
}

/** A running experiment in which all is well. */
export function anExperiment(parts: Partial<Experiment> = {}): Experiment {
  return {
    id: 311,
    name: 'Checkout button colour',
    description: undefined,
    status: 'running',
    serverStatus: 'running',
    archived: false,
    flagKey: 'checkout-button',
    flag: aFlag(),
    variants: [
      { key: 'control', name: undefined, rolloutPercent: 50 },
      { key: 'test', name: undefined, rolloutPercent: 50 },
    ],
    excludedVariants: [],
    createdMs: Date.parse('2026-03-01T08:00:00Z'),
    startMs: Date.parse('2026-03-02T09:30:00Z'),
    endMs: undefined,
    updatedMs: Date.parse('2026-03-02T09:30:01Z'),
    createdBy: { id: 5, name: 'Ada' },
    conclusion: undefined,
    conclusionComment: undefined,
    holdout: undefined,
    exposureCohortId: undefined,
    runningTime: {
      minimumDetectableEffect: undefined,
      recommendedSampleSize: undefined,
      recommendedRunningTimeDays: undefined,
      manual: undefined,
    },
    tags: [],
    isLegacy: false,
    editable: true,
    ...parts,
  };
}

export function aDraft(parts: Partial<Experiment> = {}): Experiment {
  const flag = aFlag({ active: false });
  return anExperiment({ status: 'draft', serverStatus: 'draft', startMs: undefined, flag, ...parts });
}

export function anEnded(parts: Partial<Experiment> = {}): Experiment {
  return anExperiment({
    status: 'stopped',
    serverStatus: 'stopped',
    endMs: new Date(2026, 2, 9, 12).getTime(),
    flag: aFlag({ active: false }),
    ...parts,
  });
}

export function aMetric(parts: Partial<Metric> = {}): Metric {
  return {
    uuid: 'uuid-1',
    name: 'Purchase',
    type: 'mean',
    goal: 'increase',
    fingerprint: 'fingerprint-1',
    definition: {},
    ...parts,
  };
}

export function aDetail(parts: Partial<ExperimentDetail> = {}): ExperimentDetail {
  return {
    ...anExperiment(),
    primaryMetrics: [aMetric()],
    secondaryMetrics: [],
    statistics: {
      method: 'bayesian',
      level: 0.95,
      difference: 'relative',
      baselineVariantKey: undefined,
      sequential: undefined,
    },
    exposureCriteria: { filterTestAccounts: true },
    resolvedExposureEvent: '$feature_flag_called',
    onlyCountMaturedUsers: false,
    healthFindings: undefined,
    version: undefined,
    ...parts,
  };
}

export function aSample(parts: Partial<VariantSample> = {}): VariantSample {
  return {
    key: 'control',
    samples: 1041,
    sum: 103,
    sumSquares: 103,
    denominatorSum: undefined,
    denominatorSumSquares: undefined,
    numeratorDenominatorSumProduct: undefined,
    stepCounts: [],
    validationFailures: [],
    ...parts,
  };
}

export function aVariantResult(parts: Partial<VariantResult> = {}): VariantResult {
  return {
    ...aSample({ key: 'test', samples: 1009, sum: 131 }),
    method: 'bayesian',
    significant: true,
    interval: [0.02, 0.58],
    chanceToWin: 0.981,
    pValue: undefined,
    ...parts,
  };
}

export function aResult(...variants: readonly Partial<VariantResult>[]): MetricResult {
  return { baseline: aSample(), variants: variants.map(aVariantResult) };
}

export function aDay(day: string, parts: Partial<TimeseriesDay> = {}): TimeseriesDay {
  return { day, result: undefined, isLegacy: false, error: undefined, ...parts };
}
