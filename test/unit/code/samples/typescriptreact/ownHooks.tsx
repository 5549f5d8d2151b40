import { useFeatureFlagEnabled, useFeatureFlagVariantKey, usePostHog } from 'posthog-js/react';
import { useEffect, useState, type ComponentType } from 'react';

export const FEATURE_FLAGS = {
  SHARE: '⟦definition:share-dialog⟧',
  PRINT: '⟦definition:print-dialog⟧',
} as const;

export type FeatureFlagKey = (typeof FEATURE_FLAGS)[keyof typeof FEATURE_FLAGS];

export function useFlag(key: FeatureFlagKey): boolean {
  return useFeatureFlagEnabled(key) ?? false;
}

export function useLateFlag(flagKey: string) {
  const posthog = usePostHog();
  const [isOn, setIsOn] = useState(false);
  useEffect(() => posthog.onFeatureFlags(() => setIsOn(posthog.isFeatureEnabled(flagKey) === true)), [posthog, flagKey]);
  return isOn;
}

export function useAbTest<T>({ experiment, variants }: { experiment: string; variants: Record<string, T> }) {
  const variant = useFeatureFlagVariantKey(experiment);
  return typeof variant === 'string' ? variants[variant] : variants['control'];
}

export function withFlag<P extends object>(Component: ComponentType<P>, flag: string) {
  return function Flagged(props: P) {
    return useFeatureFlagEnabled(flag) ? <Component {...props} /> : null;
  };
}

const Share = withFlag(() => <dialog />, '⟦wrapper:share-sheet⟧');

export function Toolbar() {
  const copy = useAbTest({ experiment: '⟦wrapper:toolbar-copy⟧', variants: { control: 'Share', test: 'Send' } });
  return (
    <nav>
      {useFlag(⟦use:FEATURE_FLAGS.SHARE=>share-dialog⟧) && <Share />}
      {useFlag('⟦wrapper:print-dialog⟧') ? copy : null}
      {useLateFlag('⟦wrapper:late-toolbar⟧') && 'late-toolbar'}
    </nav>
  );
}
