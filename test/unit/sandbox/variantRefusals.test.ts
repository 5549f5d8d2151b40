import assert from 'node:assert/strict';
import { type EraName, eraNames } from '../../../src/sandbox/era';
import { invalidBody } from './invalidBody';
import { openSandbox } from './sandboxClient';

type Body = ReturnType<typeof invalidBody>;
/** Accepted: the server of that generation does not look. */
type Expected = Readonly<Record<EraName, Body | 'accepted'>>;

const variants = (...rows: readonly unknown[]) => ({ parameters: { feature_flag_variants: rows } });
const row = (key: string, share: unknown) => ({ key, rollout_percentage: share });

/** Until the flag became an input of its own, the field `parameters` refused. */
function byField(detail: string, newest = detail): Expected {
  const [old, plain] = [invalidBody(detail, 'parameters'), invalidBody(detail)];
  return { B: old, C: old, D: old, E: plain, F: invalidBody(newest) };
}

const sinceChecks = (expected: Expected): Expected => ({ ...expected, B: 'accepted' });
const everywhere = (body: Body): Expected => ({ B: body, C: body, D: body, E: body, F: body });
const sinceInput = (body: Body): Expected => ({
  B: 'accepted',
  C: 'accepted',
  D: 'accepted',
  E: body,
  F: body,
});

const noControl = invalidBody(
  "Feature flag variants must contain a variant with key 'control' (lowercase, exactly). " +
    "Got keys: ['a', 'b']. Rename the baseline variant's 'key' to 'control'.",
  'parameters',
);
const unsupported = (attr: string) =>
  sinceInput(invalidBody('Unsupported key for the experiment feature_flag input.', attr));
const tooMany = (count: number, attr: string) =>
  sinceInput(invalidBody(`Ensure this field has no more than ${count} elements.`, attr, 'max_length'));
const groups = (...list: readonly object[]) => ({ feature_flag: { filters: { groups: list } } });

const cases: readonly (readonly [string, object, Expected])[] = [
  [
    'one variant',
    variants(row('control', 100)),
    byField(
      'Feature flag must have at least 2 variants (control and at least one test variant)',
      'Feature flag must have at least 2 variants (a baseline and at least one test variant)',
    ),
  ],
  [
    '21 variants',
    variants(row('control', 0), ...Array.from({ length: 20 }, (_, index) => row(`t${index}`, 5))),
    byField('Feature flag variants must be less than 21'),
  ],
  [
    'no control',
    variants(row('a', 50), row('b', 50)),
    {
      B: invalidBody('Feature flag variants must contain a control variant', 'parameters'),
      C: noControl,
      D: noControl,
      E: 'accepted',
      F: 'accepted',
    },
  ],
  [
    'a variant that is no object',
    variants('control', 'test'),
    sinceChecks(byField('Feature flag variant at index 0 must be an object')),
  ],
  [
    'a variant without key',
    variants(row('control', 100), {}),
    sinceChecks(byField("Feature flag variant at index 1 must have a 'key' field")),
  ],
  [
    'a variant without share',
    variants(row('control', 100), { key: 'test' }),
    sinceChecks(
      byField('Each variant must include split_percent (recommended) or rollout_percentage (deprecated).'),
    ),
  ],
  [
    'shares beside 100',
    variants(row('control', 50), row('test', 40)),
    everywhere(
      invalidBody('Invalid variant definitions: Variant rollout percentages must sum to 100.', 'filters'),
    ),
  ],
  [
    'broken shares',
    variants(row('control', 33.5), row('test', 66.5)),
    sinceInput(invalidBody('A valid integer is required.', 'rollout_percentage')),
  ],
  [
    'a negative share',
    variants(row('control', 101), row('test', -1)),
    sinceInput(
      invalidBody('Ensure this value is less than or equal to 100.', 'rollout_percentage', 'max_value'),
    ),
  ],
  ['an unknown key', { feature_flag: { filters: {}, colour: 'green' } }, unsupported('colour')],
  [
    'an unknown key among the filters',
    { feature_flag: { filters: { early_exit: true } } },
    unsupported('filters__early_exit'),
  ],
  [
    'two release conditions',
    groups({ rollout_percentage: 50 }, { rollout_percentage: 10 }),
    tooMany(1, 'filters__groups'),
  ],
  [
    'a release condition with properties',
    groups({ properties: [{ key: 'email' }], rollout_percentage: 50 }),
    tooMany(0, 'filters__groups__properties'),
  ],
];

describe('sandbox: what create refuses of a flag', () => {
  for (const [what, change, expected] of cases) {
    it(`${what}, as each generation says it`, async () => {
      for (const era of eraNames) {
        const { ask } = openSandbox({ era, experiments: 0 });
        const { status, body } = await ask('POST', '', { name: 'A', feature_flag_key: 'a', ...change });
        const wanted = expected[era];
        if (wanted === 'accepted') assert.equal(status, 201, `${era} ${JSON.stringify(body)}`);
        else assert.deepEqual([status, body], [400, wanted], era);
      }
    });
  }

  it('a flag that is there is linked as it is, and not configured since it is the source', async () => {
    const config = variants(row('control', 10), row('other', 90));
    for (const era of eraNames) {
      const { ask, list } = openSandbox({ era });
      const { status, body } = await ask('POST', '', {
        name: 'Hero',
        feature_flag_key: 'homepage-hero',
        ...config,
      });
      if (era === 'E' || era === 'F') {
        assert.deepEqual(
          [status, body],
          [
            400,
            invalidBody(
              "A feature flag with key 'homepage-hero' already exists; the experiment links to it as-is, so its config cannot be set here. Omit feature_flag to reuse the existing flag, or edit the flag directly.",
              'feature_flag',
            ),
          ],
        );
        continue;
      }
      assert.equal(status, 201);
      const [made] = (await list('?search=Hero&order=-created_at')).results;
      assert.equal(made?.feature_flag.filters.multivariate?.variants.length, 4, era);
    }
  });

  it('a flag that is there needs two variants, and once a control', async () => {
    for (const [key, oldest, newest] of [
      [
        'single-variant',
        'Feature flag must have at least 2 variants (control and at least one test variant)',
        'Feature flag must have at least 2 variants (a baseline and at least one test variant)',
      ],
      ['greeting', "Feature flag must have a variant with key 'control'", undefined],
    ] as const) {
      const answer = async (era: EraName) =>
        openSandbox({ era }).ask('POST', '', { name: 'A', feature_flag_key: key });
      assert.deepEqual((await answer('C')).body, invalidBody(oldest));
      const now = await answer('F');
      if (newest === undefined) assert.equal(now.status, 201);
      else assert.deepEqual(now.body, invalidBody(newest));
    }
  });

  it('feature_flag is not understood before it was one: half and half, and nobody says so', async () => {
    const feature_flag = {
      filters: { multivariate: { variants: [row('control', 20), row('test', 80)] } },
    };
    for (const era of eraNames) {
      const { written } = openSandbox({ era, experiments: 0 });
      const made = await written('POST', '', { name: 'A', feature_flag_key: 'a', feature_flag });
      const shares = made.feature_flag.filters.multivariate?.variants.map((one) => one.rollout_percentage);
      assert.deepEqual(shares, era === 'E' || era === 'F' ? [20, 80] : [50, 50], era);
    }
  });
});
