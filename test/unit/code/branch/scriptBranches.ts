import type { BranchSample } from './branchSamples';

const script: readonly BranchSample[] = [
  {
    says: 'if and else by a comparison',
    code: `if (posthog.getFeatureFlag('k') === 'test') { a(); } else { b(); }`,
    branches: ['test: a();', '!test: b();'],
  },
  {
    says: 'the literal may stand first, the comparison may be negative',
    code: `if ('control' !== posthog.getFeatureFlag('k')) { a(); } else { b(); }`,
    branches: ['!control: a();', 'control: b();'],
  },
  {
    says: 'a flag that is on, and one that is not',
    code: `if (!posthog.isFeatureEnabled('k')) a();\nelse b();`,
    branches: ['!on: a();', 'on: b();'],
  },
  {
    says: 'through a variable, else if by else if',
    code: `const v = posthog.getFeatureFlag('k');\nif (v === 'test') { a(); }\nelse if (v === 'other') { b(); }\nelse { c(); }`,
    branches: ['test: a();', 'other: b();', '!test|other: c();'],
  },
  {
    says: 'another condition between says nothing of its own',
    code: `const v = read('k');\nif (v === 'test') { a(); } else if (hot) { b(); } else { c(); }`,
    branches: ['test: a();', '!test: b();', '!test: c();'],
  },
  {
    says: 'through a variable that holds the answer',
    code: `const isTest = posthog.getFeatureFlag('k') === 'test'\nconst other = 1\nreturn isTest ? a() : b()`,
    branches: ['test: a()', '!test: b()'],
  },
  {
    says: 'with another condition: the first branch only',
    code: `if (user.ok && posthog.isFeatureEnabled('k')) { a(); } else { b(); }`,
    branches: ['on: a();'],
  },
  {
    says: 'with a comparison of something else',
    code: `if (count !== 1 && posthog.getFeatureFlag('k') === 'test' && user == me) { a(); } else { b(); }`,
    branches: ['test: a();'],
  },
  {
    says: 'what follows another condition all the same',
    code: `const v = posthog.getFeatureFlag('k')
if (user.ok && v === 'test') { a(); } else if (v === 'control') { b(); }`,
    branches: ['test: a();', 'control: b();'],
  },
  {
    says: 'either of two conditions: the second branch only',
    code: `if (user.ok || posthog.isFeatureEnabled('k')) { a(); } else { b(); }`,
    branches: ['!on: b();'],
  },
  {
    says: 'a mixture of both says nothing',
    code: `if (user.ok || hot && posthog.isFeatureEnabled('k')) { a(); } else { b(); }`,
    branches: [],
  },
  {
    says: 'an early return leaves the rest to the others',
    code: `function f() {\n  if (posthog.getFeatureFlag('k') === 'test') {\n    return a();\n  }\n  b();\n  c();\n}`,
    branches: ['test: return a();', '!test: b(); c();'],
  },
  {
    says: 'a block that goes on leaves nothing',
    code: `function f() {\n  if (posthog.getFeatureFlag('k') === 'test') {\n    a();\n  }\n  b();\n}`,
    branches: ['test: a();'],
  },
  {
    says: 'a switch, with a case for two, one that falls through, and a default',
    code: `switch (posthog.getFeatureFlag('k')) {\n case 'a':\n case 'b': one(); break;\n case 'c': two();\n case 'd': three(); return;\n default: four();\n}`,
    branches: ['a|b: one(); break;', 'c: two();', 'c|d: three(); return;', '!a|b|c|d: four();'],
  },
  {
    says: 'a switch with a case that is no literal has no certain default',
    code: `switch (read('k')) { case Names.a: one(); break; case 'b': two(); break; default: three(); }`,
    branches: ['b: two(); break;'],
  },
  {
    says: 'a default that stands in for an unknown flag, an assertion, a hook in brackets',
    code: `const v = (await client()).getFeatureFlag('k')! ?? 'control';\nif ((v) === 'test') { a(); }`,
    branches: [],
  },
  {
    says: 'a result object, taken apart',
    code: `const { variant: v } = useFeatureFlagResult('k')\nif (v === 'test') { a() }`,
    branches: ['test: a()'],
  },
  {
    says: 'a member of a result',
    code: `const result = useFeatureFlagResult('k')\nif (result?.variant === 'test') { a() }`,
    branches: ['test: a()'],
  },
  {
    says: 'one of several',
    code: `if (['a', 'b'].includes(read('k'))) { one(); } else { two(); }`,
    branches: ['a|b: one();', '!a|b: two();'],
  },
  {
    says: 'a variable that is given another value is no longer followed',
    code: `let v = read('k');\nif (v === 'a') { one(); }\nv = other();\nif (v === 'b') { two(); }`,
    branches: ['a: one();'],
  },
  {
    says: 'what is made of the value is no read of it',
    code: `read('k').then(x => x);\nconst n = read('k') + 'x';\nif (n === 'ax') { one(); }\nif (read('k') > 3) { two(); }`,
    branches: [],
  },
  {
    says: 'a comparison with something else',
    code: `if (read('k') === wanted) { one(); } else { two(); }`,
    branches: [],
  },
  {
    says: 'an argument of a call decides nothing',
    code: `if (log(read('k'))) { one(); }`,
    branches: [],
  },
];

const elements: readonly BranchSample[] = [
  {
    says: 'an element behind &&',
    code: `const on = useFeatureFlagEnabled('k')\nreturn <div>{on && <New a={1}><b/></New>}</div>`,
    branches: ['on: <New a={1}><b/></New>'],
  },
  {
    says: 'elements of a choice, over lines',
    code: `const v = useFeatureFlagVariantKey('k')\nreturn (\n <div>\n {v === 'test' ? (\n <New />\n ) : (\n <Old />\n )}\n <Foot />\n </div>\n)`,
    branches: ['test: ( <New /> )', '!test: ( <Old /> )'],
  },
  {
    says: 'an early return of an element',
    code: `function Page() {\n const v = useFeatureFlagVariantKey('k')\n if (v === 'test') return <New />\n return <Old />\n}`,
    branches: ['test: return <New />', '!test: return <Old />'],
  },
];

export const scriptBranches: Readonly<Record<string, readonly BranchSample[]>> = {
  typescript: script,
  javascript: script,
  typescriptreact: [...script, ...elements],
  javascriptreact: elements,
  vue: [
    {
      says: 'elements by v-if, v-else-if and v-else',
      code: `<template>\n <div v-if="variant === 'test'">a <b/></div>\n <p v-else-if="variant === 'other'">b</p>\n <i v-else>c</i>\n <u>d</u>\n</template>\n<script setup>\nconst variant = useFeatureFlagVariantKey('k')\n</script>`,
      branches: [
        `test: <div v-if="variant === 'test'">a <b/></div>`,
        `other: <p v-else-if="variant === 'other'">b</p>`,
        '!test|other: <i v-else>c</i>',
      ],
    },
    {
      says: 'v-show and a value of a ref',
      code: `<script setup>\nconst on = useFeatureFlagEnabled('k')\nif (on.value) { a() }\n</script>\n<template>\n<p v-show="!on">x</p>\n</template>`,
      branches: ['on: a()', '!on: <p v-show="!on">x</p>'],
    },
  ],
};
