import assert from 'node:assert/strict';
import {
  commands,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  ConfigurationTarget,
  MarkdownString,
  Range,
  workspace,
} from 'vscode';
import { readsOf } from './flagReads';
import { editorParts, eventually, openSampleProject } from './sampleProject';

const kinds = new Set<CompletionItemKind | undefined>([
  CompletionItemKind.Constant,
  CompletionItemKind.EnumMember,
  CompletionItemKind.Field,
]);
const textOf = ({ label }: CompletionItem) => (typeof label === 'string' ? label : label.label);
const detailOf = ({ label }: CompletionItem) => (typeof label === 'string' ? '' : (label.description ?? ''));
const js = "import posthog from 'posthog-js';\n";

/** What is offered at the `|`, in order; documentation is there, too. */
async function offered(language: string, code: string): Promise<readonly CompletionItem[]> {
  const at = code.indexOf('|');
  const document = await workspace.openTextDocument({ language, content: code.replace('|', '') });
  const { flags } = await editorParts();
  await eventually('the document is looked at', () => flags.lookAt(document) !== undefined);
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(at),
    undefined,
    500,
  );
  const sorted = list.items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  return sorted.filter((item) => kinds.has(item.kind) && /^\d{5}$/.test(item.sortText ?? ''));
}

const namesIn = async (language: string, code: string) => (await offered(language, code)).map(textOf);

describe('Completion', () => {
  before('in the sample project', async () => {
    await openSampleProject();
    await eventually('all flags are known', async () => {
      const { flags } = await editorParts();
      return flags.find('no-such-flag')?.exists === 'no';
    });
  });

  // VS Code's own languages start here, too.
  it('offers keys in eleven languages', async () => {
    await Promise.all(
      Object.entries(readsOf('check|')).map(async ([language, code]) => {
        const items = await offered(language, code);
        const names = items.map(textOf);
        for (const key of ['checkout-button-colour', 'express-pay', 'gift-wrapping-option'])
          assert.ok(names.includes(key), `${key} in ${language}`);
        const [first] = items;
        assert.match(first ? detailOf(first) : '', /^(?:Running|Exposure frozen) /, language);
        assert.ok(first?.range instanceof Range, language);
        assert.equal(first.range.end.character - first.range.start.character, 'check'.length, language);
      }),
    );
  }).timeout(60_000);

  it('says what an experiment does, and strikes out those that are over', async () => {
    const items = await offered('typescript', `${js}posthog.getFeatureFlag('|')`);
    const ended = items.find((item) => textOf(item) === 'express-pay');
    assert.deepEqual(ended?.tags, [CompletionItemTag.Deprecated]);
    const hero = items.find((item) => textOf(item) === 'homepage-hero');
    assert.ok(hero?.documentation instanceof MarkdownString);
    assert.match(hero.documentation.value, /Homepage hero/);
    assert.match(hero.documentation.value, /control\\, photo\\, film\\, search/);
  });

  it('keeps hostile names inert', async () => {
    const items = await offered('typescript', `${js}posthog.getFeatureFlag('|')`);
    const hostile = items.find((item) => textOf(item) === 'recommendation-engine');
    assert.ok(hostile?.documentation instanceof MarkdownString);
    assert.doesNotMatch(detailOf(hostile), /\]\(/);
    assert.doesNotMatch(hostile.documentation.value, /(?<!\\)(?:\]\(|<img)/);
    assert.ok(!hostile.documentation.isTrusted && !hostile.documentation.supportHtml);
    assert.equal(hostile.insertText ?? textOf(hostile), 'recommendation-engine');
  });

  const hero = ['control', 'photo', 'film', 'search'];
  const variants: readonly (readonly [string, string])[] = [
    ['typescript', `${js}if (posthog.getFeatureFlag('homepage-hero') === '|') a();`],
    ['typescript', `${js}const v = posthog.getFeatureFlag('homepage-hero');\nswitch (v) { case '|': a(); }`],
    [
      'typescriptreact',
      `import { PostHogFeature } from 'posthog-js/react';\nexport const A = () => <PostHogFeature flag="homepage-hero" match="|"><b /></PostHogFeature>;`,
    ],
    [
      'python',
      'import posthog\nv = posthog.get_feature_flag("homepage-hero", uid)\nif v == "|":\n    pass\n',
    ],
    ['ruby', "require 'posthog'\nv = posthog.get_feature_flag('homepage-hero', id)\nif v == '|'\n  a\nend\n"],
    [
      'swift',
      'import PostHog\nlet v = PostHogSDK.shared.getFeatureFlag("homepage-hero") as? String\nif v == "|" { a() }\n',
    ],
    [
      'php',
      "<?php\nuse PostHog\\PostHog;\n$v = PostHog::getFeatureFlag('homepage-hero', $id);\nif ($v === '|') { a(); }\n",
    ],
  ];
  it('offers variants in comparisons, cases and components', async () => {
    await Promise.all(
      variants.map(async ([language, code]) => assert.deepEqual(await namesIn(language, code), hero, code)),
    );
  });

  it('offers the fields of payloads', async () => {
    const payload = `${js}const payload = posthog.getFeatureFlagPayload('homepage-hero');\n`;
    assert.deepEqual(await namesIn('typescript', `${payload}use(payload.|);`), ['picture', 'height', 'clip']);
    assert.deepEqual(await namesIn('typescript', `${payload}use(payload['|']);`), [
      'picture',
      'height',
      'clip',
    ]);
  });

  it('offers nothing elsewhere', async () => {
    const elsewhere = [
      `${js}track('|')`,
      `${js}const label = '|';`,
      `${js}// posthog.getFeatureFlag('|')`,
      `${js}posthog.capture('|')`,
      `${js}posthog.|`,
      `${js}|`,
    ];
    await Promise.all(
      elsewhere.map(async (code) => assert.deepEqual(await namesIn('typescript', code), [], code)),
    );
  });

  it('can be switched off at once', async () => {
    const configuration = workspace.getConfiguration('experimentLens');
    const code = `${js}posthog.getFeatureFlag('|')`;
    await configuration.update('completion.enabled', false, ConfigurationTarget.Global);
    try {
      assert.deepEqual(await namesIn('typescript', code), []);
    } finally {
      await configuration.update('completion.enabled', undefined, ConfigurationTarget.Global);
    }
    assert.ok((await namesIn('typescript', code)).length > 0);
  });
});
