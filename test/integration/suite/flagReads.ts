/** One read of a flag in each language that VS Code itself knows, by its id. `key` stands between its quotes. */
export const readsOf = (key: string): Readonly<Record<string, string>> => ({
  typescript: `import posthog from 'posthog-js';\nexport function f() {\n  return posthog.getFeatureFlag('${key}');\n}\n`,
  javascript: `import posthog from 'posthog-js';\nexport const f = () => posthog.getFeatureFlag("${key}");\n`,
  typescriptreact: `import { PostHogFeature } from 'posthog-js/react';\nexport const A = () => (\n  <PostHogFeature flag="${key}" match="test"><b /></PostHogFeature>\n);\n`,
  python: `import posthog\n\ndef f(uid):\n    return posthog.get_feature_flag("${key}", uid)\n`,
  go: `package a\n\nimport "github.com/posthog/posthog-go"\n\nfunc f() {\n\tv, _ := client.GetFeatureFlag(posthog.FeatureFlagPayload{Key: "${key}", DistinctId: id})\n\tuse(v)\n}\n`,
  ruby: `require 'posthog'\n\ndef f(id)\n  posthog.get_feature_flag('${key}', id)\nend\n`,
  php: `<?php\nuse PostHog\\PostHog;\nfunction f($id) {\n  return PostHog::getFeatureFlag('${key}', $id);\n}\n`,
  java: `import com.posthog.PostHog;\nclass A {\n  Object f() { return PostHog.getFeatureFlag("${key}"); }\n}\n`,
  swift: `import PostHog\nfunc f() {\n  let v = PostHogSDK.shared.getFeatureFlag("${key}")\n}\n`,
  dart: `import 'package:posthog_flutter/posthog_flutter.dart';\nf() async {\n  final v = await Posthog().getFeatureFlag('${key}');\n}\n`,
  csharp: `using PostHog;\nclass A {\n  async Task F() { var v = await posthog.GetFeatureFlagAsync("${key}", id); }\n}\n`,
});
