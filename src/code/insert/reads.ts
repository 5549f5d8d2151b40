import type { Sdk } from './sdk';

/** How a value is read: the lines before it, the expression, and how a variant is compared with it. */
export interface Read {
  /** Declares `variant` or `isOn`; empty where the expression itself is asked. */
  readonly lines: readonly string[];
  /** What the branches ask. */
  readonly subject: string;
}

/**
 * @param key as the language writes it
 * @param own the expression by which this project reads flags, in place of the SDK's
 */
export function readOf(sdk: Sdk, key: string, isBoolean: boolean, own: string | undefined): Read {
  const name = isBoolean ? names.on[sdk] : names.variant[sdk];
  const expression = own ?? (isBoolean ? onReads[sdk](key) : variantReads[sdk](key));
  switch (sdk) {
    case 'vue':
      return {
        lines: [
          `const ${name} = ref(${expression});`,
          `posthog.onFeatureFlags(() => (${name}.value = ${expression}));`,
        ],
        subject: `${name}.value`,
      };
    case 'python':
    case 'ruby':
      return { lines: [`${name} = ${expression}`], subject: name };
    case 'go':
      return own === undefined
        ? { lines: [`${name}, err := ${expression}`, 'if err != nil {', '\treturn err', '}'], subject: name }
        : { lines: [`${name} := ${expression}`], subject: name };
    case 'php':
      return { lines: [`${name} = ${expression};`], subject: name };
    case 'kotlin':
      return { lines: [`val ${name} = ${expression}`], subject: name };
    case 'swift':
      return { lines: [`let ${name} = ${expression}`], subject: name };
    case 'java':
      return { lines: [`var ${name} = ${expression};`], subject: name };
    case 'csharp': {
      const isFlag = !isBoolean && own === undefined;
      return { lines: [`var ${name} = ${expression};`], subject: isFlag ? `${name}?.VariantKey` : name };
    }
    case 'dart':
      return { lines: [`final ${name} = ${expression};`], subject: name };
    case 'rust':
    case 'elixir':
      // Matched in place.
      return { lines: [], subject: expression };
    default:
      return { lines: [`const ${name} = ${expression};`], subject: name };
  }
}

type BySdk<T> = Readonly<Record<Sdk, T>>;

const camel = (name: string): BySdk<string> => ({
  browser: name,
  node: name,
  react: name,
  vue: name,
  java: name,
  kotlin: name,
  swift: name,
  dart: name,
  csharp: name,
  go: name,
  php: `$${name}`,
  python: snake(name),
  ruby: snake(name),
  rust: snake(name),
  elixir: snake(name),
});
const names = { on: camel('isOn'), variant: camel('variant') };

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type ReadOf = (key: string) => string;

const variantReads: BySdk<ReadOf> = {
  browser: (key) => `posthog.getFeatureFlag(${key})`,
  node: (key) => `await posthog.getFeatureFlag(${key}, distinctId)`,
  react: (key) => `useFeatureFlagVariantKey(${key})`,
  vue: (key) => `posthog.getFeatureFlag(${key})`,
  python: (key) => `posthog.get_feature_flag(${key}, distinct_id)`,
  go: (key) => `client.GetFeatureFlag(posthog.FeatureFlagPayload{Key: ${key}, DistinctId: distinctID})`,
  ruby: (key) => `posthog.get_feature_flag(${key}, distinct_id)`,
  php: (key) => `PostHog::getFeatureFlag(${key}, $distinctId)`,
  java: (key) => `posthog.getFeatureFlag(distinctId, ${key})`,
  kotlin: (key) => `PostHog.getFeatureFlag(${key})`,
  swift: (key) => `PostHogSDK.shared.getFeatureFlag(${key}) as? String`,
  dart: (key) => `await Posthog().getFeatureFlag(${key})`,
  csharp: (key) => `await posthog.GetFeatureFlagAsync(${key}, distinctId)`,
  rust: (key) =>
    `client.get_feature_flag(${key}.to_string(), distinct_id.to_string(), None, None, None).await?`,
  elixir: (key) => `PostHog.FeatureFlags.check(${key}, distinct_id)`,
};

const onReads: BySdk<ReadOf> = {
  browser: (key) => `posthog.isFeatureEnabled(${key})`,
  node: (key) => `await posthog.isFeatureEnabled(${key}, distinctId)`,
  react: (key) => `useFeatureFlagEnabled(${key})`,
  vue: (key) => `posthog.isFeatureEnabled(${key})`,
  python: (key) => `posthog.feature_enabled(${key}, distinct_id)`,
  go: (key) => `client.IsFeatureEnabled(posthog.FeatureFlagPayload{Key: ${key}, DistinctId: distinctID})`,
  ruby: (key) => `posthog.is_feature_enabled(${key}, distinct_id)`,
  php: (key) => `PostHog::isFeatureEnabled(${key}, $distinctId)`,
  java: (key) => `posthog.isFeatureEnabled(distinctId, ${key})`,
  kotlin: (key) => `PostHog.isFeatureEnabled(${key})`,
  swift: (key) => `PostHogSDK.shared.isFeatureEnabled(${key})`,
  dart: (key) => `await Posthog().isFeatureEnabled(${key})`,
  csharp: (key) => `await posthog.IsFeatureEnabledAsync(${key}, distinctId)`,
  rust: (key) =>
    `client.is_feature_enabled(${key}.to_string(), distinct_id.to_string(), None, None, None).await?`,
  elixir: (key) => `PostHog.FeatureFlags.check(${key}, distinct_id)`,
};
