/** States of the experiment's page that are about trust, exposures and power. */
import { notLaunched, sampleTrust, type TrustPlan } from './sampleTrust';
import type { ExperimentSummaryView } from '../../src/shared/panelView';
import { aFlag, aMetric } from '../unit/support/models';
import { hostileName } from './sampleExperiment';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const shares = (...percents: readonly number[]) =>
  percents.map((rolloutPercent, place) => ({
    key: ['control', 'test', 'longer', 'shorter'][place] ?? `v${place}`,
    name: undefined,
    rolloutPercent,
  }));
const nobody = { counts: { control: 0, test: 0 }, hasResults: false };

/** By name, what is known of the experiment. */
const plans: Readonly<Record<string, TrustPlan>> = {
  'split-mismatch': { counts: { control: 5_400, test: 4_608 } },
  'split-mismatch-few': { counts: { control: 320, test: 190 }, days: 3 },
  'bias-risk': {
    counts: { control: 6_512, test: 1_580 },
    several: 171,
    detail: { variants: shares(80, 20) },
  },
  'first-seen': {
    several: 408,
    detail: { exposureCriteria: { multiple_variant_handling: 'first_seen' } },
  },
  'exposures-none-yet': { ...nobody, ageMs: 3 * hourMs, days: 1 },
  'exposures-none': { ...nobody, ageMs: 2.5 * dayMs, days: 3, codeReferences: 0 },
  'exposures-stopped': { quietDays: 5, counts: { control: 3_040, test: 2_996 } },
  'one-armed': { counts: { control: 840, test: 0 }, days: 4 },
  'flag-off': { detail: { flag: aFlag({ active: false }) } },
  'long-running': { ageMs: 134 * dayMs, days: 134, counts: { control: 2_004, test: 1_990 } },
  groups: { counts: { control: 412, test: 398 }, detail: { flag: aFlag({ groupTypeIndex: 0 }) } },
  'exposures-loading': { reading: 'loading', hasResults: false },
  'exposures-forbidden': { reading: 'forbidden' },
  'exposures-failed': { reading: 'failed', hasResults: false },
  'exposures-huge': {
    days: 365,
    counts: { control: 184_467_440_737, test: 184_467_102_114, longer: 184_466_980_021 },
    detail: { variants: shares(34, 33, 33) },
  },
  'trust-hostile': {
    several: 3,
    counts: { constructor: 2_510, [hostileName]: 2_498 },
    detail: {
      variants: ['constructor', hostileName, `‮${'w'.repeat(400)}`].map((key) => ({
        key,
        name: undefined,
        rolloutPercent: 33,
      })),
      primaryMetrics: [aMetric({ name: hostileName, type: 'funnel' })],
      flagKey: hostileName,
      resolvedExposureEvent: hostileName,
    },
  },
  'power-unplanned': {
    detail: {
      runningTime: {
        minimumDetectableEffect: undefined,
        recommendedSampleSize: undefined,
        recommendedRunningTimeDays: undefined,
        manual: undefined,
      },
    },
  },
  'power-unknown': { hasResults: false },
  'draft-power': { detail: notLaunched },
};

/** @returns what changes in a plain experiment, by state */
export const trustStates: Readonly<Record<string, (nowMs: number) => Partial<ExperimentSummaryView>>> =
  Object.fromEntries(
    Object.entries(plans).map(([name, plan]) => [
      name,
      (nowMs) => ({
        ...sampleTrust(plan, nowMs),
        ...(plan.detail?.variants && {
          variants: plan.detail.variants.map(({ key, rolloutPercent }) => ({ key, rolloutPercent })),
        }),
        ...(plan.detail?.status === 'draft' && {
          launched: false,
          statusWord: 'Draft',
          statusTone: 'waiting' as const,
          ageText: 'made on 11 Nov 2026',
        }),
      }),
    ]),
  );
