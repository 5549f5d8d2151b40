/** One plausible experiment and its variations, from which the states are made. */
import type { ExperimentSummaryView, MetricView } from '../../src/shared/panelView';
import type { SeriesPlan } from './sampleSeries';

export const purchase: MetricView = {
  uuid: 'm-purchase',
  name: 'Purchase completed',
  role: 'primary',
  typeWord: 'funnel',
  goal: 'increase',
  note: undefined,
};
export const revenue: MetricView = {
  ...purchase,
  uuid: 'm-revenue',
  name: 'Average basket',
  role: 'secondary',
  typeWord: 'mean',
};
export const rageClicks: MetricView = {
  ...purchase,
  uuid: 'm-rage',
  name: 'Rage clicks',
  goal: 'decrease',
  typeWord: 'ratio',
};

export const checkout: ExperimentSummaryView = {
  id: 42,
  name: 'Checkout call to action',
  description: 'A shorter label on the last button should let more people finish their purchase.',
  statusWord: 'Running',
  statusTone: 'live',
  launched: true,
  ageText: 'since 24 Oct 2026 (21 d)',
  warnings: [],
  flagKey: 'checkout-cta',
  variants: [
    { key: 'control', rolloutPercent: 50 },
    { key: 'test', rolloutPercent: 50 },
  ],
  metrics: [purchase, revenue],
  conclusionText: undefined,
  unit: 'users',
  trust: undefined,
  exposures: undefined,
  power: undefined,
  results: undefined,
  actions: [
    'edit',
    'recalculate',
    'duplicate',
    'openInPostHog',
    'copyFlagKey',
    'createCohort',
    'checkFlag',
    'delete',
  ],
  exports: ['clipboard', 'csv', 'json', 'png'],
  links: {
    places: ['flag', 'exposures'],
    variantKeys: ['control', 'test'],
    metrics: [
      { uuid: 'm-purchase', name: 'Purchase completed' },
      { uuid: 'm-revenue', name: 'Average basket' },
    ],
  },
};
export const wonPlan: SeriesPlan = {
  metricUuid: 'm-purchase',
  seed: 7,
  days: 21,
  usersPerDay: 950,
  baseRate: 0.12,
  lift: { test: 1.11 },
};
export const fourPlan: SeriesPlan = {
  ...wonPlan,
  seed: 8,
  days: 34,
  lift: { shorter: 1.1, longer: 0.97, emoji: 0.86, 'with-price': 1.04 },
};

export const hostileName =
  '<img src=x onerror="window.hacked=1"> ](command:workbench.action.quit) \u202Egnp.exe\u202C $& {{x}} =HYPERLINK() 🧪 ' +
  'very long name '.repeat(26);
