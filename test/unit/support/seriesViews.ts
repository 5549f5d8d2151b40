import type { TimeseriesView } from '../../../src/shared/panelSeries';

/** Daily results in which all is well and nothing is known. */
export function aSeriesView(parts: Partial<TimeseriesView> = {}): TimeseriesView {
  return {
    metricUuid: 'm',
    status: 'completed',
    history: 'whole',
    baselineKey: 'control',
    days: [],
    timeZone: 'UTC',
    errors: {},
    legacyDays: [],
    series: [],
    baselineSamples: [],
    sparseDays: 0,
    early: undefined,
    isSequential: false,
    isHiddenEarly: false,
    events: [],
    areChangesKnown: false,
    methodText: '',
    difference: 'relative',
    computedMs: undefined,
    isStale: false,
    recalculation: undefined,
    loadedMs: 0,
    ...parts,
  };
}
