import { nameInText } from '../../shared/nameInText';
import type { Experiment } from '../model/experiment';
import type { LatestResults } from '../model/latestResults';
import { primaryStandings, type StandingMetric } from './primarySummary';
import { conclusionWord } from './wording';

/**
 * What a person recorded at the end, and what the primary metrics say where that is something else: `Recorded as won;
 * Purchase was not significant at the end.` Nothing is concluded here. Names are untrusted text.
 */
export function conclusionSentence(
  { conclusion }: Pick<Experiment, 'conclusion'>,
  results: LatestResults | undefined,
): string {
  if (conclusion === undefined) return 'Ended, no conclusion recorded.';
  const recorded = `Recorded as ${conclusionWord(conclusion).toLowerCase()}`;
  const other = results && contradiction(conclusion, primaryStandings(results));
  return other === undefined ? `${recorded}.` : `${recorded}; ${other} at the end.`;
}

function contradiction(conclusion: string, standings: readonly StandingMetric[]): string | undefined {
  const [first] = standings;
  if (!first) return undefined;
  const found = (word: 'won' | 'lost') =>
    standings.flatMap(({ outcome, verdicts }) =>
      verdicts
        .filter((verdict) => verdict.word === word)
        .map(({ variantKey }) => `${nameInText(variantKey)} ${word} on ${nameInText(outcome.metric.name)}`),
    )[0];
  if (conclusion === 'inconclusive') return found('won') ?? found('lost');
  if (conclusion !== 'won' && conclusion !== 'lost') return undefined;
  if (found(conclusion) !== undefined) return undefined;
  const opposite = found(conclusion === 'won' ? 'lost' : 'won');
  if (opposite !== undefined) return opposite;
  if (standings.some(({ standing }) => standing === 'unknown' || standing === 'failed')) return undefined;
  if (standings.length > 1) return 'no primary metric was significant';
  const name = nameInText(first.outcome.metric.name);
  return first.standing === 'notEnoughData' ? `${name} had not enough data` : `${name} was not significant`;
}
