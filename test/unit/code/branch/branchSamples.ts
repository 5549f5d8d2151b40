export interface BranchSample {
  readonly says: string;
  readonly code: string;
  /** `variant: code`, in the order of the text. */
  readonly branches: readonly string[];
}

/** By VS Code's id of the language. */
export const branchSamples: Readonly<Record<string, readonly BranchSample[]>> = {
  python: [
    {
      says: 'if, elif, else by indentation',
      code: `v = posthog.get_feature_flag("k", uid)\nif v == "test":\n    a()\n    b()\nelif v == 'other':\n    c()\nelse:\n    d()\ne()\n`,
      branches: ['test: a() b()', 'other: c()', '!test|other: d()'],
    },
    {
      says: 'not, and, an early return',
      code: `def f():\n    if not posthog.feature_enabled("k", uid) and x:\n        return old()\n    if not posthog.feature_enabled("k", uid):\n        return old()\n    return new()\n\ndef g():\n    pass\n`,
      branches: ['!on: return old()', '!on: return old()', 'on: return new()'],
    },
    {
      says: 'a choice on one line',
      code: `x = new() if posthog.feature_enabled("k", uid) else old()\ny = 1\n`,
      branches: ['on: new()', '!on: old()'],
    },
    {
      says: 'match',
      code: `match posthog.get_feature_flag("k", uid):\n    case "a" | "b":\n        one()\n    case "c":\n        two()\n    case _:\n        three()\nfour()\n`,
      branches: ['a|b: one()', 'c: two()', '!a|b|c: three()'],
    },
    {
      says: 'is True, in a tuple',
      code: `if posthog.get_feature_flag("k", uid) is True:\n    a()\nif posthog.get_feature_flag("k", uid) in ("x", "y"):\n    b()\n`,
      branches: ['on: a()', 'x|y: b()'],
    },
  ],
  go: [
    {
      says: 'a variable with an error beside it',
      code: `v, err := client.GetFeatureFlag(posthog.FeatureFlagPayload{Key: "k", DistinctId: id})\nif err != nil {\n\treturn err\n}\nif v == "test" {\n\ta()\n} else {\n\tb()\n}`,
      branches: ['test: a()', '!test: b()'],
    },
    {
      says: 'an error asked for in the same condition',
      code: `v, err := client.GetFeatureFlag(posthog.FeatureFlagPayload{Key: "k", DistinctId: id})\nif err == nil && v == "test" {\n\ta()\n} else {\n\tb()\n}`,
      branches: ['test: a()'],
    },
    {
      says: 'an assignment in the condition',
      code: `func f() {\n\tif on, _ := client.IsFeatureEnabled(p{Key: "k"}); on == true {\n\t\ta()\n\t}\n}`,
      branches: ['on: a()'],
    },
    {
      says: 'a switch',
      code: `v, _ := client.GetFeatureFlag(p{Key: "k"})\nswitch v {\ncase "a", "b":\n\tone()\ncase "c":\n\ttwo()\ndefault:\n\tthree()\n}`,
      branches: ['a|b: one()', 'c: two()', '!a|b|c: three()'],
    },
  ],
  ruby: [
    {
      says: 'if, elsif, else, unless',
      code: `v = posthog.get_feature_flag('k', id)\nif v == 'test'\n  a\nelsif v == 'other'\n  b\nelse\n  c\nend\nunless posthog.is_feature_enabled('k', id)\n  d\nend\n`,
      branches: ['test: a', 'other: b', '!test|other: c', '!on: d'],
    },
    {
      says: 'a modifier and an early return',
      code: `def f\n  log if posthog.is_feature_enabled('k', id)\n  return old unless posthog.is_feature_enabled('k', id)\n  fresh\nend\n`,
      branches: ['on: log', '!on: old'],
    },
    {
      says: 'case',
      code: `case posthog.get_feature_flag('k', id)\nwhen 'a', 'b'\n  one\nwhen 'c' then two\nelse\n  three\nend\nfour\n`,
      branches: ['a|b: one', 'c: two', '!a|b|c: three'],
    },
  ],
  php: [
    {
      says: 'if and elseif',
      code: `<?php\n$v = PostHog::getFeatureFlag('k', $id);\nif ($v === 'test') { a(); } elseif ($v === 'other') { b(); } else { c(); }`,
      branches: ['test: a();', 'other: b();', '!test|other: c();'],
    },
    {
      says: 'match',
      code: `<?php\n$x = match (PostHog::getFeatureFlag('k', $id)) { 'a', 'b' => one(), 'c' => two(), default => three() };`,
      branches: ['a|b: one()', 'c: two()', '!a|b|c: three()'],
    },
  ],
  java: [
    {
      says: 'equals on either side',
      code: `String v = posthog.getFeatureFlag("k", id);\nif ("test".equals(v)) { a(); } else { b(); }\nif (v.equals("other")) { c(); }`,
      branches: ['test: a();', '!test: b();', 'other: c();'],
    },
    {
      says: 'a switch with arrows',
      code: `switch (posthog.getFeatureFlag("k", id)) {\n case "a", "b" -> one();\n case "c" -> { two(); }\n default -> three();\n}`,
      branches: ['a|b: one();', 'c: { two(); }', '!a|b|c: three();'],
    },
  ],
  kotlin: [
    {
      says: 'when with a subject',
      code: `val v = PostHog.getFeatureFlag("k")\nwhen (v) {\n  "a", "b" -> one()\n  "c" -> {\n    two()\n  }\n  else -> three()\n}`,
      branches: ['a|b: one()', 'c: { two() }', '!a|b|c: three()'],
    },
    {
      says: 'if as a statement',
      code: `if (PostHog.isFeatureEnabled("k")) {\n  a()\n} else {\n  b()\n}`,
      branches: ['on: a()', '!on: b()'],
    },
  ],
  swift: [
    {
      says: 'if without parentheses, and guard',
      code: `func f() {\n  if PostHogSDK.shared.isFeatureEnabled("k") {\n    a()\n  } else {\n    b()\n  }\n  guard PostHogSDK.shared.isFeatureEnabled("k") else {\n    return\n  }\n  c()\n}`,
      branches: ['on: a()', '!on: b()', '!on: return', 'on: c()'],
    },
    {
      says: 'a switch over a cast value',
      code: `let v = PostHogSDK.shared.getFeatureFlag("k") as? String\nswitch v {\ncase "a", "b":\n  one()\ncase "c":\n  two()\ndefault:\n  three()\n}`,
      branches: ['a|b: one()', 'c: two()', '!a|b|c: three()'],
    },
  ],
  csharp: [
    {
      says: 'if, and a switch expression',
      code: `var v = await posthog.GetFeatureFlagAsync("k", id);\nif (v == "test") { a(); } else { b(); }\nvar x = v switch { "a" => one(), "b" or "c" => two(), _ => three() };`,
      branches: ['test: a();', '!test: b();', 'a: one()', 'b|c: two()', '!a|b|c: three()'],
    },
  ],
};
