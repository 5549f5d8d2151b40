import assert from 'node:assert/strict';
import {
  formatAbsoluteChange,
  formatAgo,
  formatChange,
  formatChanceToWin,
  formatCount,
  formatDay,
  formatDuration,
  formatLevel,
  formatPercent,
  formatPValue,
  formatUtcMinute,
  formatValue,
} from '../../../src/shared/format';
import { metricValue } from '../../../src/core/experiment/metricValue';
import { effectText, widthText } from '../../../src/shared/effectText';
import { everyDouble } from '../support/doubles';
import { aSample } from '../support/models';

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
  formatValue,
  'formatPercent, one decimal': (value) => formatPercent(value, 1),
  formatLevel,
  formatUtcMinute,
  'widthText, relative': (value) => widthText(value, 'relative'),
  'widthText, points': (value) => widthText(value, 'points'),
  'widthText, absolute': (value) => widthText(value, 'absolute'),
  'metricValue of a mean': (value) => metricValue(aSample({ samples: 1, sum: value }), 'mean'),
  'metricValue of a funnel': (value) => metricValue(aSample({ samples: 1, sum: value }), 'funnel'),
  'metricValue of a ratio': (value) => metricValue(aSample({ sum: value, denominatorSum: 1 }), 'ratio'),
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

  it('a change and the bounds of its interval are numbers or dashes, whatever they are in', () => {
    for (const difference of ['relative', 'points', 'absolute'] as const) {
      for (const value of doubles) {
        const { change, interval } = effectText(
          { samples: 1, change: value, low: -value, high: value },
          difference,
        );
        assert.doesNotMatch(
          `${change} ${interval}`,
          /NaN|Infinity|[-+−]0(\.0+)?(%|,|\]| |$)/,
          `${value} ${difference}`,
        );
        assert.doesNotMatch(interval, /[[ ]\+/, `${value} ${difference}`);
      }
    }
  });

  it('the change of a row and the change of a table never point in opposite directions', () => {
    for (const value of doubles) {
      const row = formatChange(value, 1);
      const { change } = effectText({ samples: 1, change: value }, 'relative');
      const signs = [row, change].map((text) => /^[+−]/.exec(text)?.[0]).filter(Boolean);
      assert.ok(new Set(signs).size <= 1, `${value}: ${row}, ${change}`);
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
