import assert from 'node:assert/strict';
import { escapesOfHostile, hostileTexts } from './hostile';
import { aDraft, aFlag, anEnded, anExperiment } from '../../support/models';
import type { State } from '../../../../src/core/store/store';
import { flagProject, found } from './codeSupport';

const three = [
  { key: 'control', name: undefined, rolloutPercent: 34 },
  { key: 'blue', name: undefined, rolloutPercent: 33 },
  { key: 'green', name: undefined, rolloutPercent: 33 },
];
const experiments = [
  anExperiment({ id: 1, flagKey: 'checkout-button' }),
  anExperiment({ id: 2, flagKey: 'three-ways', variants: three }),
  anEnded({ id: 3, flagKey: 'old-banner', name: 'Banner', conclusion: 'won' }),
  anEnded({ id: 4, flagKey: 'archived-banner', archived: true }),
  anExperiment({ id: 5, flagKey: 'flag-gone', flag: aFlag({ deleted: true }) }),
  anExperiment({ id: 6, flagKey: 'flag-is-off', flag: aFlag({ active: false }) }),
  aDraft({ id: 7, flagKey: 'draft-flag', flag: aFlag({ active: false }) }),
  anExperiment({ id: 8, flagKey: 'paused-flag', status: 'paused', flag: aFlag({ active: false }) }),
  anExperiment({ id: 9, flagKey: 'one-way', variants: three.slice(0, 1) }),
];
const project = flagProject(experiments, [...experiments.map(({ flagKey }) => flagKey), 'plain-flag']);
const listless = flagProject(experiments, undefined);

const js = "import posthog from 'posthog-js';\n";
const inFunction = (body: string) => `${js}export function f() {\n${body}\n}\n`;
const codesIn = (language: string, text: string, of = project) =>
  found(language, text, of).map(({ code, at }) => `${code} ${at}`);

describe('Findings in code', () => {
  const nothing: readonly (readonly [says: string, text: string])[] = [
    ['a flag without an experiment', inFunction("if (posthog.isFeatureEnabled('plain-flag')) a();")],
    [
      'a key of another vendor',
      "import * as ld from 'launchdarkly-js-client-sdk';\nconst client = ld.initialize('x');\nclient.variation('nope', false);",
    ],
    [
      'a variant that is served',
      inFunction("if (posthog.getFeatureFlag('checkout-button') === 'test') a();"),
    ],
    [
      "a holdout's variant",
      inFunction("if (posthog.getFeatureFlag('checkout-button') === 'holdout-3') a();"),
    ],
    [
      'a variant that is half typed',
      inFunction("if (posthog.getFeatureFlag('checkout-button') === '') a();"),
    ],
    [
      'variants that are all handled',
      inFunction(
        "switch (posthog.getFeatureFlag('three-ways')) { case 'blue': a(); break; case 'green': b(); }",
      ),
    ],
    [
      'a default for the rest',
      inFunction("switch (posthog.getFeatureFlag('three-ways')) { case 'blue': a(); break; default: b(); }"),
    ],
    [
      'one condition alone',
      inFunction("const v = posthog.getFeatureFlag('three-ways');\nif (v === 'blue') a();"),
    ],
    [
      'a variable that is asked for its name later',
      inFunction("const v = posthog.getFeatureFlag('three-ways');\nif (v) a(v);"),
    ],
    [
      'whether there is any variant, where they are told apart',
      inFunction(
        "if (!posthog.isFeatureEnabled('three-ways')) return;\nif (posthog.getFeatureFlag('three-ways') === 'blue') a();",
      ),
    ],
    ['a flag with one variant', inFunction("if (posthog.isFeatureEnabled('one-way')) a();")],
    ['a paused experiment', inFunction("use(posthog.getFeatureFlag('paused-flag'));")],
    ['values for tests', inFunction("posthog.featureFlags.override({ 'old-banner': 'test' });")],
  ];
  for (const [says, text] of nothing)
    it(`say nothing of ${says}`, () => assert.deepEqual(codesIn('typescript', text), []));

  const flaws: readonly (readonly [says: string, text: string, expected: readonly string[]])[] = [
    [
      'a variant nobody gets',
      inFunction("if (posthog.getFeatureFlag('checkout-button') === 'tset') a();"),
      ['variant-not-served tset'],
    ],
    [
      'each in a list and a case',
      inFunction(
        "const v = posthog.getFeatureFlag('three-ways');\nif (['blue', 'Red'].includes(v)) a();\nswitch (v) { case 'gren': b(); break; default: c(); }",
      ),
      ['variant-not-served Red', 'variant-not-served gren'],
    ],
    [
      'a variant without code in a switch',
      inFunction(
        "switch (posthog.getFeatureFlag('three-ways')) { case 'control': a(); break; case 'blue': b(); }",
      ),
      ['variant-not-handled switch'],
    ],
    [
      'a variant without code in a chain',
      inFunction(
        "const v = posthog.getFeatureFlag('three-ways');\nif (v === 'control') a(); else if (v === 'blue') b();",
      ),
      ['variant-not-handled if'],
    ],
    [
      'a yes or no of several variants',
      inFunction("if (posthog.isFeatureEnabled('three-ways')) a();"),
      ['boolean-read three-ways'],
    ],
    [
      'a value taken for a yes or no',
      inFunction("if (posthog.getFeatureFlag('three-ways')) a();"),
      ['boolean-read three-ways'],
    ],
    [
      'an experiment that ended',
      inFunction("use(posthog.getFeatureFlag('old-banner'));"),
      ['experiment-ended old-banner'],
    ],
    [
      'an experiment that is archived',
      inFunction("use(posthog.getFeatureFlag('archived-banner'));"),
      ['experiment-ended archived-banner'],
    ],
    [
      'a flag that was deleted',
      inFunction("use(posthog.getFeatureFlag('flag-gone'));"),
      ['flag-deleted flag-gone'],
    ],
    [
      'a flag that is off while its experiment runs',
      inFunction("use(posthog.getFeatureFlag('flag-is-off'));"),
      ['flag-off flag-is-off'],
    ],
    ['a draft', inFunction("use(posthog.getFeatureFlag('draft-flag'));"), ['draft-read draft-flag']],
    [
      'a read while the module loads',
      `${js}export const v = posthog.getFeatureFlag('checkout-button');`,
      ['read-before-load checkout-button'],
    ],
    [
      'a read before identify',
      inFunction("use(posthog.getFeatureFlag('checkout-button'));\nposthog.identify(id);"),
      ['read-before-identify checkout-button'],
    ],
    [
      'a constant where it is read, when nothing is like it',
      `${js}const KEY = 'wholly-other-thing';\nexport function f() { return posthog.getFeatureFlag(KEY); }`,
      ['unknown-key KEY'],
    ],
    [
      'a constant where it is written, when it looks like a slip',
      `${js}const KEY = 'checkout-buton';\nexport function f() { return posthog.getFeatureFlag(KEY); }`,
      ['unknown-key checkout-buton'],
    ],
  ];
  for (const [says, text, expected] of flaws)
    it(`tell ${says}`, () => assert.deepEqual(codesIn('typescript', text), expected));

  it('tell of experiments even there', () => {
    assert.deepEqual(
      codesIn('typescript', inFunction("use(posthog.getFeatureFlag('old-banner'));"), listless),
      ['experiment-ended old-banner'],
    );
  });

  it('leave what tests make up alone, but for experiments that are over', () => {
    const text = inFunction(
      "posthog.getFeatureFlag('made-up');\nif (posthog.getFeatureFlag('three-ways') === 'made-up') a();\nposthog.getFeatureFlag('old-banner');",
    );
    assert.deepEqual(
      found('typescript', text, project, true).map(({ code }) => code),
      ['experiment-ended'],
    );
  });

  it('say how an experiment ended, and what its flag still does', () => {
    const text = inFunction("use(posthog.getFeatureFlag('old-banner'));");
    const [finding] = found('typescript', text, project);
    assert.match(finding?.message ?? '', /^Banner: Ended 9 Mar 2026 · Won\. /);
    assert.equal(finding?.experimentId, 3);
  });

  it('tell a flag whose experiment was deleted, unless another is on it', () => {
    const deletedByFlag = new Map([
      ['plain-flag', 'Gone'],
      ['checkout-button', 'Gone, too'],
    ]);
    const change = (state: State): State => ({ ...state, deletedByFlag });
    const after = flagProject(experiments, ['plain-flag'], { change });
    const text = inFunction(
      "use(posthog.getFeatureFlag('plain-flag'), posthog.getFeatureFlag('checkout-button'));",
    );
    const findings = found('typescript', text, after);
    assert.deepEqual(
      findings.map(({ code, at, message }) => [code, at, message]),
      [
        [
          'experiment-ended',
          'plain-flag',
          'Gone: The experiment was deleted. This flag check can likely go.',
        ],
      ],
    );
  });

  it('are silenced by a comment, all or those it names', () => {
    const read = "use(posthog.getFeatureFlag('old-banner'));";
    const isSilent = (comment: string) =>
      codesIn('typescript', inFunction(`${comment}\n${read}`)).length === 0;
    assert.ok(isSilent('// experiment-lens-ignore'));
    assert.ok(isSilent('// experiment-lens-ignore draft-read, experiment-ended'));
    assert.ok(!isSilent('// experiment-lens-ignore draft-read'));
    assert.deepEqual(codesIn('typescript', inFunction(`// experiment-lens-ignore\na();\n${read}`)), [
      'experiment-ended old-banner',
    ]);
  });

  it('keep hostile names inert', () => {
    for (const name of hostileTexts) {
      const hostile = flagProject(
        [
          anEnded({ flagKey: 'old-banner', name }),
          anExperiment({
            flagKey: 'checkout-button',
            variants: [
              { ...three[0], key: name, name, rolloutPercent: 50 },
              { key: 'b', name, rolloutPercent: 50 },
            ],
          }),
        ],
        ['old-banner', 'checkout-button'],
        { name },
      );
      const text = inFunction(
        "use(posthog.getFeatureFlag('old-banner'), posthog.isFeatureEnabled('checkout-button'), posthog.getFeatureFlag('checkout-button') === 'z', posthog.getFeatureFlag('unheard-of'));",
      );
      const findings = found('typescript', text, hostile);
      assert.ok(findings.length >= 3);
      for (const { message } of findings) {
        assert.doesNotMatch(message, escapesOfHostile);
        assert.ok(message.length < 700, `${message.length} characters`);
      }
    }
  });
});
