import assert from 'node:assert/strict';
import { anExperiment } from '../../support/models';
import { PostHogError } from '../../../../src/core/api/errors';
import type { Resource } from '../../../../src/core/store/resource';
import type { State } from '../../../../src/core/store/store';
import { flagProject, found } from './codeSupport';

const experiments = [anExperiment()];
const project = flagProject(experiments, ['checkout-button', 'plain-flag']);
const listless = flagProject(experiments, undefined);
const js = "import posthog from 'posthog-js';\n";
const inFunction = (body: string) => `${js}export function f() {\n${body}\n}\n`;
const codesIn = (language: string, text: string, of = project) =>
  found(language, text, of).map(({ code, at }) => `${code} ${at}`);

describe('A key that no flag has', () => {
  /** The same flaw in every language. */
  const unknown: Readonly<Record<string, string>> = {
    typescript: inFunction("return posthog.getFeatureFlag('chekout-button') === 'test';"),
    javascript: inFunction("return posthog.getFeatureFlag('chekout-button') === 'test';"),
    typescriptreact: `import { PostHogFeature } from 'posthog-js/react';\nexport const A = () => <PostHogFeature flag="chekout-button" match="test"><B /></PostHogFeature>;`,
    vue: `<script setup>\n${js}const v = posthog.getFeatureFlag('chekout-button')\n</script>`,
    python: 'import posthog\nv = posthog.get_feature_flag("chekout-button", uid)\n',
    go: 'import "github.com/posthog/posthog-go"\nfunc f() {\n\tv, _ := client.GetFeatureFlag(posthog.FeatureFlagPayload{Key: "chekout-button"})\n\tuse(v)\n}\n',
    ruby: "require 'posthog'\nv = posthog.get_feature_flag('chekout-button', id)\n",
    php: "<?php\nuse PostHog\\PostHog;\n$v = PostHog::getFeatureFlag('chekout-button', $id);\n",
    java: 'import com.posthog.PostHog;\nclass A { Object f() { return PostHog.getFeatureFlag("chekout-button"); } }',
    kotlin: 'import com.posthog.PostHog\nfun f() = PostHog.getFeatureFlag("chekout-button")\n',
    swift: 'import PostHog\nlet v = PostHogSDK.shared.getFeatureFlag("chekout-button")\n',
    dart: "import 'package:posthog_flutter/posthog_flutter.dart';\nfinal v = await Posthog().getFeatureFlag('chekout-button');\n",
    csharp: 'using PostHog;\nvar v = await posthog.GetFeatureFlagAsync("chekout-button", id);\n',
    elixir: 'PostHog.FeatureFlags.check("chekout-button", id)\n',
  };
  for (const [language, text] of Object.entries(unknown)) {
    it(`is told in ${language}, with what was meant`, () => {
      const [finding, ...others] = found(language, text, project);
      assert.deepEqual([finding?.code, finding?.at, others.length], ['unknown-key', 'chekout-button', 0]);
      assert.deepEqual(finding?.meant, ['checkout-button']);
      assert.match(
        finding?.message ?? '',
        /^Shop has no flag "chekout-button"\. Did you mean "checkout-button"\?$/,
      );
    });
  }

  it('is not told where flags may not be listed', () => {
    for (const [language, text] of Object.entries(unknown))
      assert.deepEqual(codesIn(language, text, listless), [], language);
  });

  it('is not told while PostHog has not answered, nor when it failed', () => {
    const error = new PostHogError('server', { method: 'GET', template: '/', status: 500 });
    const unread: readonly Resource<never>[] = [
      { state: 'loading', previous: undefined },
      { state: 'failed', error, previous: undefined },
    ];
    for (const flagKeys of unread) {
      const change = (state: State): State => ({ ...state, flagKeys });
      const silent = flagProject(experiments, undefined, { change });
      assert.deepEqual(codesIn('typescript', unknown['typescript'] ?? '', silent), []);
    }
    for (const list of unread) {
      const change = (state: State): State => ({ ...state, list });
      const silent = flagProject([], ['checkout-button'], { change });
      assert.deepEqual(codesIn('typescript', unknown['typescript'] ?? '', silent), []);
    }
  });

  it('is not told where some flags could not be read', () => {
    const partial = flagProject(experiments, ['checkout-button'], { unreadable: 1 });
    assert.deepEqual(codesIn('typescript', unknown['typescript'] ?? '', partial), []);
  });
});
