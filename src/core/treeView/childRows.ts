import type { ExperimentDetail } from '../model/experiment';
import type { KnownExperiment } from '../experiment/concern';
import { childRow, type ChildRow } from './childRow';
import { codeRows, type KnownCode } from './codeRows';
import { factRows } from './factRows';
import { metricRows } from './metricRows';
import { concernRows, exposureRow } from './trustRows';

/**
 * The rows below an experiment: can it be trusted, who was counted, the metrics, where the code reads its flag,
 * what it is made of.
 * @param detail what was read of its metrics, however old
 * @param notice stands where the metrics would, or above those of an older reading
 */
export function childRows(
  known: KnownExperiment,
  detail: ExperimentDetail | undefined,
  notice: ChildRow | undefined,
  nowMs: number,
  code?: KnownCode,
): readonly ChildRow[] {
  const metrics = detail ? metricRows(detail, known, nowMs) : [];
  const isEmpty = detail && metrics.length === 0;
  return [
    ...concernRows(known, nowMs),
    exposureRow(known, nowMs),
    notice,
    ...(isEmpty ? [childRow('noMetrics', 'circle-slash', 'No metrics', '')] : metrics),
    ...codeRows(known.experiment, code),
    ...factRows(known, nowMs),
  ].filter((row) => row !== undefined);
}
