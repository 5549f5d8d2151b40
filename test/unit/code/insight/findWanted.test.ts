import assert from 'node:assert/strict';
import { wantedAt } from './insightSupport';

const js = "import posthog from 'posthog-js';\n";
const react =
  "import { useFeatureFlagVariantKey, PostHogFeature, useFeatureFlagPayload } from 'posthog-js/react';\n";

const keys: readonly (readonly [language: string, code: string])[] = [
  ['typescript', `${js}posthog.getFeatureFlag('|')`],
  ['typescript', `${js}posthog.getFeatureFlag('check|')`],
  ['typescript', `${js}posthog.getFeatureFlag('|checkout')`],
  ['typescript', `${js}const v = posthog.getFeatureFlag('che|\nother();\n`],
  ['typescript', `${js}const v = posthog.getFeatureFlag('|)\nother();\n`],
  ['javascript', `${js}if (posthog.isFeatureEnabled("|")) {}`],
  ['javascript', `${js}const isOn = (key) => posthog.isFeatureEnabled(key);\nisOn('|');`],
  ['typescript', `${js}const KEY = '|';\nposthog.getFeatureFlag(KEY);`],
  ['typescriptreact', `${react}const v = useFeatureFlagVariantKey('|');`],
  [
    'typescriptreact',
    `${react}export const A = () => <PostHogFeature flag="|" match="test"><B /></PostHogFeature>;`,
  ],
  ['vue', `<script setup>\n${js}const v = posthog.getFeatureFlag('|')\n</script>`],
  ['python', 'import posthog\nposthog.get_feature_flag("|", uid)\n'],
  ['python', 'import posthog\nv = posthog.get_feature_flag("che|\n\nother()\n'],
  [
    'go',
    'import "github.com/posthog/posthog-go"\nfunc f() {\n\tv, err := client.GetFeatureFlag(posthog.FeatureFlagPayload{Key: "|", DistinctId: id})\n}\n',
  ],
  ['ruby', "require 'posthog'\nposthog.get_feature_flag('|', id)\n"],
  ['php', "<?php\nuse PostHog\\PostHog;\nPostHog::getFeatureFlag('|', $id);\n"],
  ['java', 'import com.posthog.PostHog;\nclass A { void f() { PostHog.getFeatureFlag("|"); } }'],
  ['kotlin', 'import com.posthog.PostHog\nval v = PostHog.getFeatureFlag("|")\n'],
  ['swift', 'import PostHog\nlet v = PostHogSDK.shared.getFeatureFlag("|")\n'],
  [
    'dart',
    "import 'package:posthog_flutter/posthog_flutter.dart';\nfinal v = await Posthog().getFeatureFlag('|');\n",
  ],
  ['csharp', 'using PostHog;\nvar v = await posthog.GetFeatureFlagAsync("|", id);\n'],
  ['elixir', 'PostHog.FeatureFlags.check("|", id)\n'],
];

const variants: readonly (readonly [language: string, code: string])[] = [
  ['typescript', `${js}if (posthog.getFeatureFlag('nav') === '|') a();`],
  ['typescript', `${js}const v = posthog.getFeatureFlag('nav');\nif (v === 'te|') a();`],
  ['typescript', `${js}const v = posthog.getFeatureFlag('nav');\nswitch (v) { case '|': a(); }`],
  ['typescript', `${js}const v = posthog.getFeatureFlag('nav');\nif (['a', '|'].includes(v)) a();`],
  [
    'typescriptreact',
    `${react}export const A = () => <PostHogFeature flag="nav" match="|"><B /></PostHogFeature>;`,
  ],
  ['python', 'import posthog\nv = posthog.get_feature_flag("nav", uid)\nif v == "|":\n    pass\n'],
  [
    'go',
    'import "github.com/posthog/posthog-go"\nfunc f() {\n\tv, _ := client.GetFeatureFlag(posthog.FeatureFlagPayload{Key: "nav"})\n\tif v == "|" {\n\t}\n}\n',
  ],
  ['ruby', "require 'posthog'\nv = posthog.get_feature_flag('nav', id)\nif v == '|'\n  a\nend\n"],
  [
    'kotlin',
    'import com.posthog.PostHog\nval v = PostHog.getFeatureFlag("nav")\nwhen (v) {\n  "|" -> a()\n}\n',
  ],
  [
    'swift',
    'import PostHog\nlet v = PostHogSDK.shared.getFeatureFlag("nav") as? String\nif v == "|" { a() }\n',
  ],
  [
    'php',
    "<?php\nuse PostHog\\PostHog;\n$v = PostHog::getFeatureFlag('nav', $id);\nif ($v === '|') { a(); }\n",
  ],
  [
    'csharp',
    'using PostHog;\nvar v = await posthog.GetFeatureFlagAsync("nav", id);\nif (v == "|") { A(); }\n',
  ],
];

const fields: readonly (readonly [language: string, code: string])[] = [
  ['typescript', `${js}const payload = posthog.getFeatureFlagPayload('nav');\nuse(payload.|);`],
  ['typescript', `${js}const payload = posthog.getFeatureFlagPayload('nav');\nuse(payload?.co|);`],
  ['typescript', `${js}const payload = posthog.getFeatureFlagPayload('nav');\nuse(payload['|']);`],
  ['typescript', `${js}const payload = posthog.getFeatureFlagPayload('nav');\npayload.|\nother();`],
  ['javascript', `${js}use(posthog.getFeatureFlagPayload('nav').|);`],
  ['typescriptreact', `${react}const payload = useFeatureFlagPayload('nav');\nuse(payload.|);`],
  ['python', 'import posthog\np = posthog.get_feature_flag_payload("nav", uid)\nuse(p["|"])\n'],
  ['python', 'import posthog\np = posthog.get_feature_flag_payload("nav", uid)\nuse(p.get("|"))\n'],
];

const nothing: readonly (readonly [says: string, language: string, code: string])[] = [
  ['another function', 'typescript', `${js}track('|')`],
  ['a log', 'typescript', `${js}console.log('|')`],
  ['another place of the call', 'typescript', `${js}posthog.getFeatureFlag('nav', '|')`],
  ['a capture', 'typescript', `${js}posthog.capture('|')`],
  ['a comment', 'typescript', `${js}// posthog.getFeatureFlag('|')`],
  ['a string with code in it', 'typescript', `${js}const s = "posthog.getFeatureFlag('|')";`],
  ['another variable', 'typescript', `${js}const v = posthog.getFeatureFlag('nav');\nif (w === '|') a();`],
  [
    'another vendor',
    'typescript',
    `import { useFlags } from 'launchdarkly-react-client-sdk';\nldClient.variation('|')`,
  ],
  ['an import', 'typescript', `import x from '|';\n${js}`],
  [
    'another attribute',
    'typescriptreact',
    `${react}export const A = () => <PostHogFeature flag="nav" className="|" />;`,
  ],
  [
    'a member of something else',
    'typescript',
    `${js}const payload = posthog.getFeatureFlagPayload('nav');\nother.|`,
  ],
  ['a member of a variant', 'typescript', `${js}const v = posthog.getFeatureFlag('nav');\nuse(v.|);`],
  ['a plain word', 'typescript', `${js}posthog.get|`],
  ['an unknown language', 'cobol', `posthog.getFeatureFlag('|')`],
];

describe('What is wanted at the cursor', () => {
  for (const [language, code] of keys)
    it(`is a key in ${language}: ${code.split('\n').find((line) => line.includes('|'))}`, () => {
      assert.equal(wantedAt(language, code)?.is, 'key');
    });
  for (const [language, code] of variants)
    it(`is a variant in ${language}: ${code.split('\n').find((line) => line.includes('|'))}`, () => {
      const wanted = wantedAt(language, code);
      assert.deepEqual([wanted?.is, wanted && 'key' in wanted && wanted.key], ['variant', 'nav']);
    });
  for (const [language, code] of fields)
    it(`is a field of a payload in ${language}: ${code.split('\n').find((line) => line.includes('|'))}`, () => {
      const wanted = wantedAt(language, code);
      assert.deepEqual([wanted?.is, wanted && 'key' in wanted && wanted.key], ['field', 'nav']);
    });
  for (const [says, language, code] of nothing)
    it(`is nothing in ${says}`, () => assert.equal(wantedAt(language, code), undefined));

  it('takes the place of the whole string', () => {
    assert.equal(wantedAt('typescript', `${js}posthog.getFeatureFlag('new-|nav')`)?.typed, 'new-nav');
    assert.equal(wantedAt('typescript', `${js}posthog.getFeatureFlag('new-|nav\n`)?.typed, 'new-nav');
  });
});
