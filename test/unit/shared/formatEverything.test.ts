import assert from 'node:assert/strict';
import {
  formatAbsoluteChange,
  formatAgo,
  formatChange,
  formatChanceToWin,
  formatCount,
  formatDay,
  formatDuration,
  formatPValue,
} from '../../../src/shared/format';
import { everyDouble } from '../support/doubles';

const formats: Readonly<Record<string, (value: number) => string>> = {
  formatChange,
  'formatChange, one decimal': (value) => formatChange(value, 1),
  formatAbsoluteChange,
  'formatChanceToWin, increase': (value) => formatChanceToWin(value, 'increase'),
  'formatChanceToWin, decrease': (value) => formatChanceToWin(value, 'decrease'),
  formatPValue,
  formatCount,
  formatDuration,
  formatAgo,
  formatDay,
};

describe('Whatever the number,', () => {
  const doubles = everyDouble();

  for (const [name, format] of Object.entries(formats)) {
    it(`${name} says something that is a number, or a dash`, () => {
      for (const value of doubles) {
        const text = format(value);
        assert.doesNotMatch(text, /NaN|Infinity|Invalid|undefined|^$/, `${value} reads "${text}"`);
        assert.doesNotMatch(text, /^[-+−]0(\.0+)?%?$/, `${value} reads "${text}"`);
        if (!Number.isFinite(value)) assert.equal(text, '—');
      }
    });
  }

  it('a change and its opposite read the same but for the sign', () => {
    for (const value of doubles) {
      const [plus, minus] = [formatChange(Math.abs(value)), formatChange(-Math.abs(value))];
      assert.equal(plus.replace('+', ''), minus.replace('−', ''));
      assert.ok(!plus.startsWith('−') && !minus.startsWith('+'));
    }
  });

  it('one decimal and two never point in opposite directions', () => {
    for (const value of doubles) {
      const signs = [formatChange(value, 1), formatChange(value, 2)].map((text) => /^[+−]/.exec(text)?.[0]);
      assert.equal(new Set(signs.filter((sign) => sign !== undefined)).size <= 1, true, `${value}`);
    }
  });

  it('a p-value is a number between 0 and 1, and never reads as zero', () => {
    for (const value of doubles) {
      const text = formatPValue(value);
      if (value >= 0 && value <= 1) assert.match(text, /^(< 0\.001|[01]\.\d{3,4})$/, `${value}`);
      else assert.equal(text, '—', `${value}`);
    }
  });
});
