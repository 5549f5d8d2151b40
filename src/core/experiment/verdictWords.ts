import type { VerdictWord } from './verdict';

const words: Readonly<Record<VerdictWord, string>> = {
  won: 'won',
  lost: 'lost',
  leading: 'leading, not significant',
  trailing: 'trailing, not significant',
  noDifference: 'no difference yet',
  notEnoughData: 'not enough data',
  noResult: 'no result',
};

export function verdictWords(word: VerdictWord): string {
  return words[word];
}

/** The same before a number: `won +12.67%`, `leading, not significant: +8.29%`. */
export function wordBefore(word: VerdictWord): string {
  return word === 'won' || word === 'lost' ? words[word] : `${words[word]}:`;
}
