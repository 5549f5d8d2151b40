import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import type { KnownExperiment } from '../../../../src/core/experiment/concern';
import { toExposuresView } from '../../../../src/core/panelView/exposuresView';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import type { Exposures, ExposureReading } from '../../../../src/core/model/exposures';
import type { Resource } from '../../../../src/core/store/resource';
import { aDetail, aDraft, aFlag } from '../../support/models';
import { computedMs, counted, nowMs, someExposures, startMs } from '../../support/results';

const options = { nowMs, describeError: ({ kind }: PostHogError) => `failed: ${kind}.` };
const where = { method: 'POST', template: '/' };

function view(
  counts: Readonly<Record<string, number>>,
  detail: Partial<ExperimentDetail> = {},
  parts: Partial<Exposures> = {},
) {
  const experiment = aDetail({ startMs, ...detail });
  const value = someExposures(counts, { startMs: experiment.startMs, ...parts });
  const shown = toExposuresView(
    { experiment, detail: experiment, exposures: value },
    { state: 'ready', value, loadedMs: nowMs },
    options,
  );
  assert.ok(shown);
  return shown;
}

function unread(resource: Resource<ExposureReading> | undefined, rest: Partial<KnownExperiment> = {}) {
  const experiment = aDetail({ startMs });
  const shown = toExposuresView({ experiment, detail: experiment, ...rest }, resource, options);
  assert.ok(shown);
  return shown;
}

describe('The exposures on the page', () => {
  it('are counts and shares by variant, beside what the flag would give', () => {
    const {
      variants,
      total,
      several,
      computedMs: asOfMs,
    } = view({ test: 250, control: 750 }, {}, { several: 10 });
    assert.deepEqual(
      variants.map(({ key, count, sharePercent, expectedPercent }) => [
        key,
        count,
        sharePercent,
        expectedPercent,
      ]),
      [
        ['control', 750, 75, 50],
        ['test', 250, 25, 50],
      ],
    );
    assert.deepEqual([total, asOfMs], [1_000, computedMs]);
    assert.deepEqual(several, { count: 10, percent: (100 * 10) / 1_010 });
  });

  it('keep variants that are left out, or no longer in the flag, and say so', () => {
    const { variants } = view(
      { control: 500, test: 0, gone: 7, constructor: 3 },
      { excludedVariants: ['test'] },
    );
    assert.deepEqual(
      variants.map(({ key, note, expectedPercent }) => [key, note, expectedPercent]),
      [
        ['control', undefined, 100],
        ['test', 'left out of the analysis', undefined],
        ['gone', 'not in the flag', undefined],
        ['constructor', 'not in the flag', undefined],
      ],
    );
  });

  it('are drawn by day, whatever the order of the answer', () => {
    const day = (count: number) => [
      { day: '2026-03-02', count },
      { day: '2026-03-03', count: count * 2 },
    ];
    const { days, variants } = view(
      { control: 20, test: 22 },
      {},
      {
        series: [
          { variantKey: 'test', days: day(11) },
          { variantKey: 'control', days: day(10) },
        ],
      },
    );
    assert.deepEqual(days, ['2026-03-02', '2026-03-03']);
    assert.deepEqual(
      variants.map(({ counts }) => counts),
      [
        [10, 20],
        [11, 22],
      ],
    );
  });

  it('say how the split compares, and what becomes of who saw several', () => {
    assert.equal(
      view({ control: 500, test: 500 }).splitText,
      'The split matches that of the flag (p 1.000).',
    );
    assert.match(view({ control: 5_400, test: 4_600 }).splitText, /does not match.*\(p < 0\.001\)\.$/);
    assert.match(view({ control: 400, test: 200 }).splitText, /few exposures/);
    assert.match(view({ control: 50, test: 49 }).splitText, /from 100 exposures on/);
    const alone = { excludedVariants: ['test'] };
    assert.match(view({ control: 500, test: 500 }, alone).splitText, /of two variants or more/);
    assert.match(view({ control: 1 }).handlingText, /left out/);
    const firstSeen = { exposureCriteria: { multiple_variant_handling: 'first_seen' } };
    assert.match(view({ control: 1 }, firstSeen).handlingText, /the first one/);
  });

  it('name the event they are counted by', () => {
    assert.match(view({ control: 1 }).sourceText, /\$feature_flag_called/);
    const custom = { exposureCriteria: { exposure_config: { event: 'cart opened' } } };
    assert.match(view({ control: 1 }, custom).sourceText, /cart opened/);
  });

  it('are those of groups where the flag decides by group', () => {
    assert.equal(view({ control: 1 }, { flag: aFlag({ groupTypeIndex: 0 }) }).unit, 'groups');
  });

  it('say what to look at while nobody is counted', () => {
    const checks = (detail: Partial<ExperimentDetail> = {}) =>
      view({ control: 0, test: 0 }, detail).checks.map(({ state, text }) => `${state}: ${text}`);
    assert.ok(checks().includes('ok: The flag is on.'));
    assert.ok(checks({ flag: aFlag({ active: false }) }).includes('wrong: The flag is off.'));
    assert.ok(checks({ flag: undefined }).includes('wrong: The flag is gone.'));
    assert.ok(checks({ flag: aFlag({ servesSomeone: false }) }).some((check) => check.includes('at 0%')));
    assert.ok(checks().some((check) => check.includes('test users are filtered out')));
    const open = { exposureCriteria: { filterTestAccounts: false } };
    assert.ok(!checks(open).some((check) => check.includes('test users')));
    assert.deepEqual(view({ control: 1, test: 0 }).checks, []);
  });

  it('say where the code asks for the flag, once it was searched', () => {
    const last = (codeReferences: number | undefined) => {
      const experiment = aDetail({ startMs });
      const exposures = someExposures({ control: 0 });
      const shown = toExposuresView({ experiment, detail: experiment, exposures }, undefined, {
        ...options,
        codeReferences,
      });
      return shown?.checks.at(-1)?.text;
    };
    assert.match(last(undefined) ?? '', /^Is the flag asked for/);
    assert.match(last(0) ?? '', /^No code in this workspace/);
    assert.match(last(1) ?? '', /^1 place in/);
    assert.match(last(3) ?? '', /^3 places in/);
  });

  it('say that they are being counted, or why they could not be', () => {
    assert.equal(unread(undefined).reading, 'notAsked');
    assert.equal(unread({ state: 'loading', previous: undefined }).reading, 'underWay');
    const failed = (kind: 'forbidden' | 'timeout') =>
      unread({ state: 'failed', error: new PostHogError(kind, where), previous: undefined });
    assert.equal(failed('timeout').trouble, 'failed: timeout.');
    assert.match(failed('forbidden').trouble ?? '', /query:read.*failed: forbidden/);
    assert.deepEqual(failed('forbidden').variants, []);
  });

  it('are those of the newest results where the key may not ask for more', () => {
    const results = counted({ control: 500, test: 480 });
    const { total, several, days, sourceText } = unread(
      { state: 'failed', error: new PostHogError('forbidden', where), previous: undefined },
      { results },
    );
    assert.deepEqual([total, several, days], [980, undefined, []]);
    assert.match(sourceText, /newest results/);
  });

  it('are nothing of what was never launched', () => {
    const draft = { ...aDetail(), ...aDraft() };
    assert.equal(toExposuresView({ experiment: draft }, undefined, options), undefined);
  });
});
