import assert from 'node:assert/strict';
import { insightsOf } from '../insight/insightSupport';
import { branchSamples } from './branchSamples';
import { scriptBranches } from './scriptBranches';

const js = "import posthog from 'posthog-js';\nfunction f() {\nconst v = posthog.getFeatureFlag('nav');\n";
const choicesIn = (language: string, text: string) =>
  insightsOf(language, text).choices.map(({ names, hasRest, start, end }) => [
    text.slice(start, end),
    names.join(' '),
    hasRest,
  ]);

describe('What tells variants apart', () => {
  it('is each text that a flag is compared with, where it stands', () => {
    const text = `${js}if (v === 'a') x(); else if ('b' !== v) y();\nif (['c', 'd'].includes(v)) z();\nswitch (v) { case 'e': q(); break; default: r(); }\nif (w === 'no') s(); }`;
    const { comparisons } = insightsOf('typescript', text);
    assert.deepEqual(
      comparisons.map(({ key, text: said, start, end }) => [key, said, text.slice(start, end)]),
      ['a', 'b', 'c', 'd', 'e'].map((each) => ['nav', each, each]),
    );
  });

  it('is what a component asks for', () => {
    const text =
      "import { PostHogFeature } from 'posthog-js/react';\nexport const A = () => <PostHogFeature flag=\"nav\" match={'test'}><B /></PostHogFeature>;";
    assert.deepEqual(
      insightsOf('typescriptreact', text).comparisons.map((each) => each.text),
      ['test'],
    );
  });

  const choices: readonly (readonly [
    says: string,
    language: string,
    text: string,
    expected: readonly unknown[],
  ])[] = [
    [
      'a switch without default',
      'typescript',
      `${js}switch (v) { case 'a': x(); break; case 'b': y(); }\n}`,
      [['switch', 'a b', false]],
    ],
    [
      'a switch with default',
      'typescript',
      `${js}switch (v) { case 'a': x(); break; default: y(); }\n}`,
      [['switch', 'a', true]],
    ],
    [
      'a switch that returns',
      'typescript',
      `${js}switch (v) { case 'a': return x(); case 'b': return y(); }\nreturn z();\n}`,
      [['switch', 'a b', true]],
    ],
    [
      'a chain without else',
      'typescript',
      `${js}if (v === 'a') { x(); } else if (v === 'b') { y(); }\n}`,
      [['if', 'a b', false]],
    ],
    [
      'a chain with else',
      'typescript',
      `${js}if (v === 'a') { x(); } else if (v === 'b') { y(); } else { z(); }\n}`,
      [['if', 'a b', true]],
    ],
    ['no single condition', 'typescript', `${js}if (v === 'a') { x(); }\n}`, []],
    [
      'no chain about other things too',
      'typescript',
      `${js}if (v === 'a') { x(); } else if (other) { y(); }\n}`,
      [],
    ],
    [
      'a chain of Python',
      'python',
      'import posthog\nv = posthog.get_feature_flag("nav", u)\nif v == "a":\n    x()\nelif v == "b":\n    y()\nz()\n',
      [['if', 'a b', false]],
    ],
    [
      'a match of Python',
      'python',
      'import posthog\nmatch posthog.get_feature_flag("nav", u):\n    case "a":\n        x()\n    case _:\n        y()\n',
      [['match', 'a', true]],
    ],
    [
      'a case of Ruby',
      'ruby',
      "require 'posthog'\ncase posthog.get_feature_flag('nav', id)\nwhen 'a'\n  x\nwhen 'b'\n  y\nend\n",
      [['case', 'a b', false]],
    ],
    [
      'a switch of Go',
      'go',
      'import "github.com/posthog/posthog-go"\nfunc f() {\n\tv, _ := client.GetFeatureFlag(posthog.FeatureFlagPayload{Key: "nav"})\n\tswitch v {\n\tcase "a":\n\t\tx()\n\tcase "b":\n\t\ty()\n\t}\n}\n',
      [['switch', 'a b', false]],
    ],
    [
      'a when of Kotlin',
      'kotlin',
      'import com.posthog.PostHog\nfun f() {\n  when (PostHog.getFeatureFlag("nav")) {\n    "a" -> x()\n    else -> y()\n  }\n}\n',
      [['when', 'a', true]],
    ],
  ];
  for (const [says, language, text, expected] of choices)
    it(`is ${says}`, () => assert.deepEqual(choicesIn(language, text), expected));

  it('is read in every prefix of every sample without an error', () => {
    for (const [language, ofLanguage] of Object.entries({ ...scriptBranches, ...branchSamples }))
      for (const { code } of ofLanguage)
        for (let end = 7; end < code.length; end += 11) insightsOf(language, code.slice(0, end));
  });
});
