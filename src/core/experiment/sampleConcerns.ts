import { formatCalendarDay, formatPercent } from '../../shared/format';
import type { HealthFinding } from '../model/experiment';
import { findBiasRisk, multipleHandling } from './biasRisk';
import type { Concern, KnownExperiment } from './concern';
import { countAll, type Counted } from './counted';
import { findExposureStop } from './exposureStop';

const dayMs = 24 * 3_600_000;
const longAfterDays = 90;

/** What is left to say of those counted where their split is no matter: who was left out, that nobody new comes. */
export function findSampleConcerns(
  { experiment, detail, exposures, timeZone }: KnownExperiment,
  counted: Counted,
): readonly Concern[] {
  const concerns: Concern[] = [];
  const { several = 0, findings } = counted.exposures ?? {};
  const risk =
    findings || experiment.status === 'stopped' || !detail
      ? undefined
      : findBiasRisk(experiment.variants, multipleHandling(detail.exposureCriteria), {
          counted: countAll(counted.totals),
          several,
        });
  if (risk !== undefined) {
    concerns.push({
      code: 'bias_risk_multiple_excluded',
      topic: 'bias',
      severity: 'warning',
      words: `${formatPercent(risk, 1)} saw several variants`,
      sentence: `${formatPercent(risk, 1)} saw several variants and are left out; an uneven split loses more of its smaller variants.`,
    });
  }
  const stop =
    experiment.status === 'running' &&
    counted.exposures &&
    exposures &&
    findExposureStop(exposures, timeZone);
  if (stop) {
    concerns.push({
      code: 'exposures_stopped',
      topic: 'sample',
      severity: 'warning',
      words: 'exposures stopped',
      sentence: `Nobody new was counted since ${formatCalendarDay(stop)}.`,
    });
  }
  return concerns;
}

/** A note on an experiment that nobody has decided. */
export function findLongRun({ experiment }: KnownExperiment, nowMs: number): readonly Concern[] {
  const { status, startMs } = experiment;
  const days = startMs === undefined ? 0 : (nowMs - startMs) / dayMs;
  if (status !== 'running' || days <= longAfterDays) return [];
  return [
    {
      code: 'long_running',
      topic: 'sample',
      severity: 'info',
      words: `runs for ${Math.floor(days)} days`,
      sentence: `The experiment runs for ${Math.floor(days)} days; most are decided within ${longAfterDays}.`,
    },
  ];
}

/** What PostHog itself found about exposures. */
export function reportedExposures(findings: readonly HealthFinding[]): readonly Concern[] {
  return findings.map(({ code, severity, title, detail }) => ({
    code,
    topic: code === 'srm' ? 'split' : code.startsWith('bias_risk') ? 'bias' : 'sample',
    severity,
    words: title,
    sentence: detail ?? title,
  }));
}
