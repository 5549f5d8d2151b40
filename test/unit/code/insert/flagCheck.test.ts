import assert from 'node:assert/strict';
import { findReferences } from '../../../../src/code/findReferences';
import { readInsights } from '../../../../src/code/insight/readInsights';
import { type FlagCheck, flagCheckSnippet } from '../../../../src/code/insert/flagCheck';
import { findSdk, type Sdk } from '../../../../src/code/insert/sdk';
import { findLanguage } from '../../../../src/code/language/languages';
import { Project } from '../../../../src/code/project';
import { kinds } from '../../../../src/code/token/tokens';
import { tokenize } from '../../../../src/code/token/tokenize';

/** VS Code's language ids, and what a file of the language has around such code. */
const around: Readonly<Record<Sdk, readonly [language: string, before: string, after: string]>> = {
  browser: ['typescript', `import posthog from 'posthog-js';\n`, ''],
  node: [
    'typescript',
    `import { PostHog } from 'posthog-node';\nconst posthog = new PostHog('k');\nasync function run(distinctId: string) {\n`,
    '\n}',
  ],
  react: [
    'typescriptreact',
    `import { useFeatureFlagEnabled, useFeatureFlagVariantKey } from 'posthog-js/react';\nfunction Page() {\n`,
    '\n}',
  ],
  vue: ['typescript', `import { ref, watchEffect } from 'vue';\nimport posthog from 'posthog-js';\n`, ''],
  python: ['python', 'import posthog\n\n', '\n'],
  go: ['go', 'package shop\n\nimport "github.com/posthog/posthog-go"\n\nfunc run() error {\n', '\n}\n'],
  ruby: ['ruby', "require 'posthog'\n", '\n'],
  php: ['php', '<?php\nuse PostHog\\PostHog;\n', '\n'],
  java: ['java', 'import com.posthog.server.PostHog;\nclass A { void run() {\n', '\n} }'],
  kotlin: ['kotlin', 'import com.posthog.PostHog\nfun run() {\n', '\n}'],
  swift: ['swift', 'import PostHog\nfunc run() {\n', '\n}'],
  dart: [
    'dart',
    "import 'package:posthog_flutter/posthog_flutter.dart';\nFuture<void> run() async {\n",
    '\n}',
  ],
  csharp: [
    'csharp',
    'using PostHog;\nclass A { async Task Run(IPostHogClient posthog, string distinctId) {\n',
    '\n} }',
  ],
  rust: [
    'rust',
    'use posthog_rs::{Client, FlagValue};\nasync fn run(client: &Client) -> Result<(), Error> {\n',
    '\n}',
  ],
  elixir: ['elixir', 'defmodule A do\ndef run(distinct_id) do\n', '\nend\nend'],
};
/** The finder leaves out what these do with a value: a ref, a property of it, patterns. */
const notFollowed = new Set<Sdk>(['vue', 'csharp', 'rust', 'elixir']);
const sdks = Object.keys(around) as Sdk[];

/** The snippet as the document holds it once somebody took every proposal, or wrote something in each place. */
function expand(snippet: string, written = '$1'): string {
  return snippet
    .replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, written)
    .replaceAll(/\\([\\$}])/g, '$1')
    .replaceAll('\t', '    ');
}

const check = (parts: Partial<FlagCheck> & Pick<FlagCheck, 'sdk'>): FlagCheck => ({
  key: 'checkout-cta',
  variants: ['control', 'test', 'bold'],
  baseline: 'control',
  ...parts,
});

function read(sdk: Sdk, made: FlagCheck) {
  const [language, before, after] = around[sdk];
  const text = before + expand(flagCheckSnippet(made), 'work()') + after;
  const project = new Project([], { knownKeys: new Set([made.key]) });
  const references = findReferences(text, language, 'a', project);
  return { text, references, branches: readInsights(text, language, references).branches };
}

/** What is code: a string is one token whatever is in it, and comments are none. */
function tokensOf(sdk: Sdk, made: FlagCheck): readonly (string | number)[] {
  const [id, before, after] = around[sdk];
  const text = before + expand(flagCheckSnippet(made)) + after;
  const language = findLanguage(id);
  assert.ok(language);
  const tokens = tokenize(text, language);
  return Array.from({ length: tokens.count }, (_, at) => {
    const kind = tokens.kind[at] ?? -1;
    return kind === kinds.text ? kind : text.slice(tokens.start[at], tokens.end[at]);
  });
}

describe('A check of a flag that is written', () => {
  for (const sdk of sdks) {
    it(`is found again by the finder, a branch for each variant: ${sdk}`, () => {
      const { text, references, branches } = read(sdk, check({ sdk }));
      assert.ok(references.length >= 1, text);
      for (const { key } of references) assert.equal(key, 'checkout-cta');
      if (notFollowed.has(sdk)) {
        for (const variant of ['test', 'bold']) assert.match(text, new RegExp(`['"]${variant}['"]`));
        return;
      }
      const handled = branches.filter(({ isNot }) => !isNot).map(({ outcomes }) => outcomes.join());
      assert.deepEqual([...new Set(handled)], ['test', 'bold'], text);
      const rest = branches.filter(({ isNot }) => isNot).map(({ outcomes }) => outcomes.join());
      assert.deepEqual([...new Set(rest)], ['test,bold'], text);
    });

    it(`asks whether a flag without variants is on: ${sdk}`, () => {
      const { text, references } = read(sdk, check({ sdk, variants: [], baseline: undefined }));
      assert.equal(references[0]?.key, 'checkout-cta', text);
      const snippet = flagCheckSnippet(check({ sdk, variants: [], baseline: undefined }));
      assert.match(snippet, /[/#] on\b[^]*[/#] off\b/);
    });

    it(`keeps a hostile key and variant inside of their strings: ${sdk}`, () => {
      const hostile = `'"\\);\${evil()}#{evil}\n$evil */ --><%`;
      const made = check({ sdk, key: hostile, variants: ['control', hostile] });
      const tokens = tokensOf(sdk, made);
      assert.ok(tokens.length > 10);
      assert.deepEqual(tokens, tokensOf(sdk, check({ sdk, variants: ['control', 'test'] })));
      assert.doesNotMatch(flagCheckSnippet(made).replaceAll(/\\[\\$}]/g, ''), /\$(?!\{\d+:)/);
    });
  }

  it('is plain code with places to write at', () => {
    assert.equal(
      flagCheckSnippet(check({ sdk: 'browser' })),
      [
        `const variant = posthog.getFeatureFlag('checkout-cta');`,
        `if (variant === 'test') {`,
        '\t${1:// test}',
        `\\} else if (variant === 'bold') {`,
        '\t${2:// bold}',
        '\\} else {',
        '\t${3:// control}',
        '\\}',
      ].join('\n'),
    );
    assert.equal(
      expand(flagCheckSnippet(check({ sdk: 'python', variants: ['control', 'test'] }))),
      [
        'variant = posthog.get_feature_flag("checkout-cta", distinct_id)',
        'if variant == "test":',
        '    pass  # test',
        'else:',
        '    pass  # control',
      ].join('\n'),
    );
  });

  it('uses what the project has for it', () => {
    const made = check({
      sdk: 'browser',
      variants: ['control', 'test'],
      constant: 'FLAGS.cta',
      ownRead: ['await flags.variant(', ', user)'],
    });
    assert.match(flagCheckSnippet(made), /^const variant = await flags\.variant\(FLAGS\.cta, user\);\n/);
  });
});

describe('The SDK of a document', () => {
  it('is told by its imports and its language', () => {
    assert.equal(findSdk('typescript', `import posthog from 'posthog-js'`), 'browser');
    assert.equal(findSdk('typescript', `import { PostHog } from 'posthog-node'`), 'node');
    assert.equal(findSdk('typescriptreact', ''), 'react');
    assert.equal(findSdk('javascript', `const express = require('express')`), 'node');
    assert.equal(findSdk('vue', ''), 'vue');
    assert.equal(findSdk('kotlin', ''), 'kotlin');
    assert.equal(findSdk('html', ''), undefined);
  });
});
