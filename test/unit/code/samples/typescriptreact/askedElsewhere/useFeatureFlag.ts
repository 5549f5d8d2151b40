import { createContext, useContext } from 'react';

/** Whoever hosts the app says how flags are read. */
export const FeatureFlagContext = createContext<(name: string) => boolean | undefined>(() => undefined);

export function useFeatureFlag(name: string) {
  return useContext(FeatureFlagContext)(name);
}
