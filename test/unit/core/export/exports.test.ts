import assert from 'node:assert/strict';
import { exportFileName } from '../../../../src/core/export/exportFileName';
import { resultsCsv } from '../../../../src/core/export/resultsCsv';
import { resultsJson } from '../../../../src/core/export/resultsJson';
import { resultsMarkdown } from '../../../../src/core/export/resultsMarkdown';
import type { LatestResults } from '../../../../src/core/model/latestResults';
import { aMetric, aResult, aSample, aVariantResult } from '../../support/models';
import { computedMs, knownBy, nowMs, planOf, someResults } from '../../support/results';

const won = {
  baseline: aSample({ key: 'control', samples: 10_021, sum: 1204 }),
  variants: [
    aVariantResult({
      key: 'test',
      samples: 9987,
      sum: 1352,
      interval: [0.0449853, 0.2084963],
      chanceToWin: 0.99879,
      significant: true,
    }),
  ],
};
const purchase = aMetric({ uuid: 'm1', name: 'Purchase', type: 'funnel', goal: 'increase' });
const results = someResults([{ metric: purchase, result: won }], planOf(16_274));
const markdown = (of: LatestResults, row = {}) => resultsMarkdown(of, knownBy(of, row), nowMs);
const csvRows = (of: LatestResults) =>
  resultsCsv(of, knownBy(of), nowMs)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

const hostile =
  '](command:quit) <img src=x onerror=alert(1)> $& {{x}} =HYPERLINK("h") \u202Egnp | `x` @ada #1\n🧪 ' +
  'long '.repeat(80);

describe('Results as Markdown', () => {
  it('are a table with the level, the age and how many were counted', () => {
    const text = markdown(results);
    const asOf = new Date(computedMs).toISOString().slice(0, 16).replace('T', ' ');
    assert.ok(text.startsWith('### '), text);
    assert.ok(text.includes(`(as of ${asOf} UTC)`), text);
    assert.match(text, /Bayesian 95% · relative vs control · 20,008 users · target reached/);
    assert.match(text, /\| Metric \(goal\) \| Variant \| Value \| Change \[95% credible interval\] \|/);
    assert.match(text, /\| Purchase \(increase\) \| control \| 12\.01% \| baseline \| {2}\| {2}\|/);
    assert.match(
      text,
      /\| Purchase \(increase\) \| test \| 13\.54% \| \+12\.67% \[4\.50%, 20\.85%\] \| 99\.9% \| won \|/,
    );
  });

  it('say first what is wrong, and mark what is early or old', () => {
    const early = someResults([{ metric: purchase, result: won }], planOf(40_000));
    assert.match(markdown(early), /\*\*early read\*\* · 50% of sample/);
    assert.match(markdown(early), /still show a significant one about 30% of the time/);
    const old = { ...early, computedMs: nowMs - 72 * 3_600_000 };
    assert.match(markdown(old), /\*\*stale\*\*/);
    const off = markdown(results, { flag: undefined });
    assert.ok(off.indexOf('> ⚠') > 0 && off.indexOf('> ⚠') < off.indexOf('|'), off);
  });

  it('tell a metric that failed and one without a statistic', () => {
    const text = markdown(
      someResults([
        { metric: purchase, result: undefined, error: 'Out of | memory' },
        { result: aResult({ interval: undefined, validationFailures: ['not-enough-exposures'] }) },
      ]),
    );
    assert.match(text, /failed: Out of \\\| memory/);
    assert.match(text, /\| — \| — \| .*50/);
  });

  it('are no table where nothing was read', () => {
    const draft = knownBy(someResults([], { startMs: undefined, status: 'draft' }));
    const text = resultsMarkdown(undefined, draft, nowMs);
    assert.match(text, /^### .* — Draft\n/);
    assert.doesNotMatch(text, /\|/);
  });

  it('show names as text, whatever they contain', () => {
    const text = markdown(
      someResults([
        {
          metric: { ...purchase, name: hostile },
          result: { ...won, variants: won.variants.map((variant) => ({ ...variant, key: hostile })) },
        },
      ]),
      { name: hostile },
    );
    assert.doesNotMatch(text, /(?<!\\)\]\(|(?<!\\)<img|\u202E|(?<!\\)\{|@ada|#1/u);
    // Every row has its six cells: no name opens another one or ends the line.
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    assert.equal(rows.length, 4);
    for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 7, row);
  });
});

describe('Results as CSV', () => {
  it('have a row a variant, the baseline first, at full precision', () => {
    const [head, baseline, test] = csvRows(results);
    assert.equal(
      head?.join(),
      [
        'experiment_id,experiment,metric_uuid,metric,metric_type,goal,variant,is_baseline,method,level,samples,sum,value',
        'delta,interval_low,interval_high,chance_to_win,p_value,significant,verdict,early,validation_failures,as_of',
      ].join(),
    );
    const cell = (row: string[] | undefined, name: string) => row?.[head?.indexOf(name) ?? -1];
    assert.deepEqual(
      ['variant', 'is_baseline', 'samples', 'sum', 'value', 'delta', 'verdict'].map((name) =>
        cell(baseline, name),
      ),
      ['control', 'true', '10021', '1204', String(1204 / 10_021), '', 'baseline'],
    );
    assert.deepEqual(
      ['level', 'delta', 'interval_low', 'chance_to_win', 'significant', 'verdict', 'early'].map((name) =>
        cell(test, name),
      ),
      ['0.95', String((0.0449853 + 0.2084963) / 2), '0.0449853', '0.99879', 'true', 'won', 'false'],
    );
    assert.equal(cell(test, 'as_of'), new Date(computedMs).toISOString());
  });

  it('tell a metric that failed in a row of the same width', () => {
    const rows = csvRows(someResults([{ metric: purchase, result: undefined, error: 'Timeout' }]));
    assert.equal(rows[1]?.length, rows[0]?.length);
    assert.deepEqual(rows[1]?.slice(-4, -1), ['failed', 'false', 'Timeout']);
  });

  it('are no formula, whatever a name begins with', () => {
    const text = resultsCsv(
      someResults([{ metric: { ...purchase, name: '=HYPERLINK("http://x")' }, result: won }]),
      knownBy(results, { name: '\u202E@SUM(A1)' }),
      nowMs,
    );
    assert.match(text, /,"'=HYPERLINK\(""http:\/\/x""\)",/);
    assert.doesNotMatch(text, /\u202E/u);
  });
});

describe('Results as JSON', () => {
  it('keep names and numbers as they are, with what is made of them', () => {
    const of = someResults([{ metric: { ...purchase, name: hostile }, result: won }], planOf(40_000));
    const text = resultsJson(of, knownBy(of, { name: hostile }), nowMs);
    assert.doesNotMatch(text, /\u202E/u);
    const json = JSON.parse(text) as {
      experiment: { name: string };
      early: boolean;
      metrics: { name: string; variants: { verdict?: string; interval?: number[] }[] }[];
    };
    assert.equal(json.experiment.name, hostile);
    assert.equal(json.metrics[0]?.name, hostile);
    assert.equal(json.early, true);
    assert.deepEqual(json.metrics[0]?.variants[1]?.interval, [0.0449853, 0.2084963]);
    assert.equal(json.metrics[0]?.variants[1]?.verdict, 'won');
  });

  it('have no number that JSON has not', () => {
    const nobody = { ...won, baseline: aSample({ key: 'control', samples: 0, sum: 0 }) };
    const of = someResults([{ metric: purchase, result: nobody }]);
    assert.doesNotMatch(resultsJson(of, knownBy(of), nowMs), /NaN|Infinity|null/);
  });
});

describe('The name of an exported file', () => {
  it('is one that every file system takes', () => {
    const day = Date.UTC(2026, 10, 14);
    assert.equal(exportFileName('checkout-cta', 'csv', day), 'checkout-cta results 2026-11-14.csv');
    assert.equal(exportFileName('../../etc/passwd', 'csv', day), '-etc-passwd results 2026-11-14.csv');
    assert.equal(exportFileName('', 'json', day), 'experiment results 2026-11-14.json');
    assert.ok(exportFileName('x'.repeat(400), 'csv', day).length < 90);
  });
});
