import assert from 'node:assert/strict';
import { findComment } from '../../../../src/code/insight/findComment';
import { insightsOf, referencesOf } from './insightSupport';

const js = "import posthog from 'posthog-js';\n";
const read = "posthog.getFeatureFlag('nav')";

/** The line that is put above the read of `nav`, with its indent. */
function commentIn(language: string, text: string): string | undefined {
  const at = text.indexOf('nav');
  const place = findComment(text, language, at);
  if (!place) return undefined;
  const line = `${place.indent}${place.open}experiment-lens-ignore unknown-key${place.close}`;
  const after = `${text.slice(0, place.at)}${line}\n${text.slice(place.at)}`;
  const [reference] = referencesOf(language, after).filter(({ key }) => key === 'nav');
  assert.ok(reference, 'the flag is still read');
  const isCovered = insightsOf(language, after).ignores.some(
    ({ start, end, codes }) =>
      start <= reference.start && reference.end <= end && codes.join() === 'unknown-key',
  );
  assert.ok(isCovered, `the read is silenced by ${line}`);
  return `${place.indent}${place.open}…${place.close}`;
}

describe('A comment above a read', () => {
  const samples: readonly (readonly [says: string, language: string, text: string, comment: string])[] = [
    ['TypeScript', 'typescript', `${js}function f() {\n  return ${read};\n}`, '  // …'],
    [
      'a call over lines',
      'typescript',
      `${js}f(\n  posthog.getFeatureFlag(\n    'nav',\n  ),\n);`,
      '    // …',
    ],
    [
      'JSX in code',
      'typescriptreact',
      `${js}const A = () => {\n\tconst v = ${read};\n\treturn <B v={v} />;\n};`,
      '\t// …',
    ],
    [
      'a child of JSX',
      'typescriptreact',
      `${js}const A = () => (\n  <div>\n    {${read} && <B />}\n  </div>\n);`,
      '    {/* … */}',
    ],
    [
      'an element among children',
      'typescriptreact',
      `import { PostHogFeature } from 'posthog-js/react';\nconst A = () => (\n  <div>\n    <PostHogFeature flag="nav"><B /></PostHogFeature>\n  </div>\n);`,
      '    {/* … */}',
    ],
    [
      'an element alone',
      'typescriptreact',
      `import { PostHogFeature } from 'posthog-js/react';\nconst A = () => (\n  <PostHogFeature flag="nav"><B /></PostHogFeature>\n);`,
      '  // …',
    ],
    [
      'an attribute of JSX',
      'typescriptreact',
      `import { PostHogFeature } from 'posthog-js/react';\nconst A = () => (\n  <PostHogFeature\n    flag="nav"\n  ><B /></PostHogFeature>\n);`,
      '  // …',
    ],
    [
      'a script of Vue',
      'vue',
      `<script setup>\n${js}const v = ${read}\n</script>\n<template><p /></template>`,
      '// …',
    ],
    [
      'a template of Vue',
      'vue',
      `<script setup>\n${js}</script>\n<template>\n  <div>\n    <p\n      v-if="posthog.isFeatureEnabled('nav')"\n    />\n  </div>\n</template>`,
      '    <!-- … -->',
    ],
    ['Svelte', 'svelte', `<script>\n${js}</script>\n<p>\n  {#if ${read}}a{/if}\n</p>`, '  <!-- … -->'],
    ['the head of Astro', 'astro', `---\n${js}const v = ${read};\n---\n<p />`, '// …'],
    ['HTML', 'html', `<body>\n<script>\n  if (${read}) a();\n</script>\n</body>`, '  // …'],
    [
      'Python',
      'python',
      'import posthog\ndef f():\n    return posthog.get_feature_flag("nav", u)\n',
      '    # …',
    ],
    ['Ruby', 'ruby', "require 'posthog'\nposthog.get_feature_flag('nav', id)\n", '# …'],
    ['ERB', 'erb', "<p>\n  <% if posthog.is_feature_enabled('nav', id) %>a<% end %>\n</p>", '  <%# … %>'],
    [
      'Go',
      'go',
      'import "github.com/posthog/posthog-go"\nfunc f() {\n\tv, _ := client.GetFeatureFlag(posthog.FeatureFlagPayload{Key: "nav"})\n}\n',
      '\t// …',
    ],
    ['PHP', 'php', "<?php\nuse PostHog\\PostHog;\n$v = PostHog::getFeatureFlag('nav', $id);\n", '// …'],
    [
      'Kotlin',
      'kotlin',
      'import com.posthog.PostHog\nfun f() {\n    val v = PostHog.getFeatureFlag("nav")\n}\n',
      '    // …',
    ],
    ['Swift', 'swift', 'import PostHog\nlet v = PostHogSDK.shared.getFeatureFlag("nav")\n', '// …'],
    [
      'Dart',
      'dart',
      "import 'package:posthog_flutter/posthog_flutter.dart';\nfinal v = await Posthog().getFeatureFlag('nav');\n",
      '// …',
    ],
    ['C#', 'csharp', 'using PostHog;\nvar v = await posthog.GetFeatureFlagAsync("nav", id);\n', '// …'],
    ['Elixir', 'elixir', 'def f do\n  PostHog.FeatureFlags.check("nav", id)\nend\n', '  # …'],
  ];
  for (const [says, language, text, comment] of samples)
    it(`is written as ${says} has it`, () => assert.equal(commentIn(language, text), comment));

  it('is nowhere in a string of several lines', () => {
    const text = `${js}const s = \`first\n  \${${read}} last\`;`;
    assert.equal(findComment(text, 'typescript', text.indexOf('nav')), undefined);
  });

  it('is nowhere in a line that goes on', () => {
    const text = 'import posthog\nv = a and \\\n  posthog.get_feature_flag("nav", u)\n';
    assert.equal(findComment(text, 'python', text.indexOf('nav')), undefined);
  });
});
