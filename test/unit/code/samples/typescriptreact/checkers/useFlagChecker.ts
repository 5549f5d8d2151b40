import { useCallback, useMemo } from 'react';
import posthog from 'posthog-js';

interface Options {
  readonly isOnElsewhere?: boolean;
}

/** Another function whenever flags are loaded. */
export function useFlagChecker(): (flagKey: string, options?: Options) => boolean {
  return useMemo(() => (flagKey: string, options?: Options) => isOn(flagKey, options), []);
}

export const useVariants = () => {
  const read = useCallback((key: string) => posthog.getFeatureFlag(key), []);
  return read;
};

export function createChecker(environment: string) {
  return (key: string) => environment !== 'test' && posthog.isFeatureEnabled(key);
}

function isOn(flagKey: string, { isOnElsewhere = false }: Options = {}): boolean {
  return isOnElsewhere || posthog.isFeatureEnabled(flagKey) === true;
}
