import * as v from 'valibot';
import type { Exposures, ExposureSeries } from '../../model/exposures';
import { toHealthFindings } from './health';
import { maybe, maybeList, maybeNumber, readRows } from './tolerant';

/** Who saw several variants stands among the variants under this name. */
const severalKey = '$multiple';

const wireSeries = v.object({
  variant: v.string(),
  days: v.array(v.string()),
  exposure_counts: v.array(v.number()),
});

/** By variant, which may have any name: valibot's records leave out `constructor` and its like. */
const wireCounts = v.pipe(
  v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  v.transform((counts): readonly (readonly [string, unknown])[] => Object.entries(counts)),
  v.array(v.tuple([v.string(), v.number()])),
  v.transform((counts) => new Map(counts)),
);

/** The answer of an `ExperimentExposureQuery`. The newest servers may send findings in place of the ratio. */
const wireExposures = v.object({
  total_exposures: wireCounts,
  timeseries: maybeList,
  sample_ratio_mismatch: maybe(v.object({ p_value: maybeNumber })),
  health_findings: maybe(v.array(v.unknown())),
});

/** Undefined when the response is none of exposures. */
export function readExposures(response: unknown): Exposures | undefined {
  const parsed = v.safeParse(wireExposures, response);
  if (!parsed.success) return undefined;
  const { total_exposures: counts, timeseries, sample_ratio_mismatch, health_findings } = parsed.output;
  const totals = new Map(counts);
  totals.delete(severalKey);
  return {
    totals,
    several: counts.get(severalKey) ?? 0,
    series: readRows(wireSeries, timeseries)
      .rows.filter(({ variant }) => variant !== severalKey)
      .map(toSeries),
    splitPValue: sample_ratio_mismatch?.p_value,
    findings: health_findings && toHealthFindings(health_findings),
  };
}

function toSeries({
  variant,
  days,
  exposure_counts: counts,
}: v.InferOutput<typeof wireSeries>): ExposureSeries {
  return { variantKey: variant, days: days.map((day, index) => ({ day, count: counts[index] ?? 0 })) };
}
