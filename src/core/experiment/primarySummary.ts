/** What several primary metrics say together. They are counted and never averaged. */
import { nameInText } from '../../shared/nameInText';
import type { LatestResults, MetricOutcome } from '../model/latestResults';
import { judgeMetric, type VariantVerdict } from './verdict';

/** `mixed`: one variant won and another lost. */
export type Standing = 'won' | 'lost' | 'mixed' | 'notSignificant' | 'notEnoughData' | 'failed' | 'unknown';

export interface StandingMetric {
  readonly outcome: MetricOutcome;
  readonly standing: Standing;
  /** The one to show first comes first. */
  readonly verdicts: readonly VariantVerdict[];
}

export function primaryStandings({ outcomes }: Pick<LatestResults, 'outcomes'>): readonly StandingMetric[] {
  return outcomes.filter(({ role }) => role === 'primary').map(toStanding);
}

function toStanding(outcome: MetricOutcome): StandingMetric {
  const { result, metric, error } = outcome;
  const verdicts = result ? judgeMetric(result, metric) : [];
  const has = (word: VariantVerdict['word']) => verdicts.some((verdict) => verdict.word === word);
  const standing = (): Standing => {
    if (has('won')) return has('lost') ? 'mixed' : 'won';
    if (has('lost')) return 'lost';
    if (verdicts.some(({ change }) => change !== undefined)) return 'notSignificant';
    if (verdicts.length > 0) return 'notEnoughData';
    return error === undefined ? 'unknown' : 'failed';
  };
  return { outcome, standing: standing(), verdicts };
}

const words: Readonly<Record<Standing, string>> = {
  won: 'won',
  lost: 'lost',
  mixed: 'mixed',
  notSignificant: 'not significant',
  notEnoughData: 'without enough data',
  failed: 'failed',
  unknown: 'not computed',
};

/** `1 of 3 primary won · 2 not significant`; empty for fewer than two. */
export function primaryText(standings: readonly StandingMetric[]): string {
  if (standings.length < 2) return '';
  const counts = Object.entries(words).flatMap(([standing, word]) => {
    const count = standings.filter((each) => each.standing === standing).length;
    return count === 0 ? [] : [{ count, word }];
  });
  const [first, ...rest] = counts;
  if (!first) return '';
  const others = rest.map(({ count, word }) => `${count} ${word}`);
  return [`${first.count} of ${standings.length} primary ${first.word}`, ...others].join(' · ');
}

/** `Mixed: test won on Purchase and lost on Refunds`; empty where nothing won or nothing lost. */
export function mixedText(standings: readonly StandingMetric[]): string {
  const found = standings.flatMap(({ outcome, verdicts }) =>
    verdicts.flatMap(({ word, variantKey }) =>
      word === 'won' || word === 'lost'
        ? [{ word, variantKey, metric: nameInText(outcome.metric.name) }]
        : [],
    ),
  );
  const won = found.find(({ word }) => word === 'won');
  const lost =
    found.find(({ word, variantKey }) => word === 'lost' && variantKey === won?.variantKey) ??
    found.find(({ word }) => word === 'lost');
  if (!won || !lost) return '';
  const who = lost.variantKey === won.variantKey ? '' : `${nameInText(lost.variantKey)} `;
  return `Mixed: ${nameInText(won.variantKey)} won on ${won.metric} and ${who}lost on ${lost.metric}`;
}
