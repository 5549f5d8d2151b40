/** What came of an experiment that has ended: which variant stays. */
import { servesAll } from '../experiment/attention';
import type { KnownExperiment } from '../experiment/concern';
import type { Experiment } from '../model/experiment';
import { judgeMetric } from '../experiment/verdict';

/** The variant that the flag gives to everyone; undefined while it gives several, or none. */
export function findShipped({ flag, variants }: Experiment): string | undefined {
  if (!flag || flag.deleted || !flag.active || !servesAll(flag)) return undefined;
  const forced = flag.releaseConditions[0]?.forcedVariant;
  return forced ?? variants.find(({ rolloutPercent }) => rolloutPercent === 100)?.key;
}

/**
 * The variant that stays once the experiment has ended: the one that was shipped, else by the conclusion the only one
 * that won, or the baseline where it lost. Undefined while that is not certain.
 */
export function findWinner({ experiment, results }: KnownExperiment): string | undefined {
  if (experiment.status !== 'stopped' && !experiment.archived) return undefined;
  const shipped = findShipped(experiment);
  if (shipped !== undefined) return shipped;
  const outcome = results?.outcomes.find(({ role }) => role === 'primary');
  const baseline = outcome?.result?.baseline.key ?? findBaseline(experiment);
  switch (experiment.conclusion) {
    case 'lost':
      return baseline;
    case 'won': {
      const others = experiment.variants.filter(({ key }) => key !== baseline);
      const won = outcome?.result
        ? judgeMetric(outcome.result, outcome.metric).filter(({ word }) => word === 'won')
        : [];
      const keys = won.length > 0 ? won.map(({ variantKey }) => variantKey) : others.map(({ key }) => key);
      return keys.length === 1 ? keys[0] : undefined;
    }
    default:
      return undefined;
  }
}

/** What others are compared with where no result names it. */
function findBaseline({ variants }: Experiment): string | undefined {
  return (variants.find(({ key }) => key === 'control') ?? variants[0])?.key;
}
