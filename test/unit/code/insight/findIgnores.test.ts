import assert from 'node:assert/strict';
import { insightsOf } from './insightSupport';

const js = "import posthog from 'posthog-js';\n";

/** The lines that are covered, by their numbers, with the codes. */
function ignored(language: string, text: string): readonly string[] {
  return insightsOf(language, text).ignores.map(({ start, end, codes }) => {
    const line = (at: number) => text.slice(0, at).split('\n').length;
    return `${line(start)}-${line(end)}: ${codes.join('+')}`;
  });
}

describe('Comments that silence', () => {
  const samples: readonly (readonly [
    says: string,
    language: string,
    text: string,
    covered: readonly string[],
  ])[] = [
    [
      'the next line',
      'typescript',
      `${js}// experiment-lens-ignore unknown-key\nposthog.getFeatureFlag('a');\nb();`,
      ['2-3: unknown-key'],
    ],
    [
      'their own line',
      'typescript',
      `${js}posthog.getFeatureFlag('a'); // experiment-lens-ignore\nb();`,
      ['2-2: '],
    ],
    [
      'several codes',
      'python',
      'import posthog\n# experiment-lens-ignore unknown-key, boolean-read: why\nposthog.get_feature_flag("a", u)\n',
      ['2-3: unknown-key+boolean-read'],
    ],
    [
      'a comment of JSX',
      'typescriptreact',
      `${js}const v = posthog.getFeatureFlag('a');\nconst e = <A>\n  {/* experiment-lens-ignore */}\n  <B\n    c={v}\n  />\n</A>;`,
      ['4-7: '],
    ],
    [
      'a comment of HTML, the whole tag',
      'vue',
      `<script setup>\n${js}const v = posthog.getFeatureFlag('a')\n</script>\n<template>\n  <!-- experiment-lens-ignore variant-not-served -->\n  <div\n    v-if="v === 'x'"\n  />\n</template>`,
      ['6-9: variant-not-served'],
    ],
  ];
  for (const [says, language, text, covered] of samples)
    it(`cover ${says}`, () => assert.deepEqual(ignored(language, text), covered));

  it('are no strings', () => {
    assert.deepEqual(
      ignored('typescript', `${js}const s = 'experiment-lens-ignore';\nposthog.getFeatureFlag('a');`),
      [],
    );
  });
});
