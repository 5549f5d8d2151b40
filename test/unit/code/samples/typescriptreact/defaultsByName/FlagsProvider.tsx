import { createContext, useContext, useEffect, useState } from 'react';
import { usePostHog } from 'posthog-react-native';

const DEFAULT_FLAGS = {
  '⟦definition:new-feed⟧': false,
  '⟦definition:story-replies⟧': { isOn: true },
};
export type FlagName = keyof typeof DEFAULT_FLAGS;

const SIZES = { small: 1, large: 2 };
export type Size = keyof typeof SIZES;

const Flags = createContext(DEFAULT_FLAGS);

export function FlagsProvider({ children }) {
  const [flags, setFlags] = useState(DEFAULT_FLAGS);
  const posthog = usePostHog();
  useEffect(() => posthog.onFeatureFlags((next) => setFlags({ ...DEFAULT_FLAGS, ...next })), [posthog]);
  return <Flags.Provider value={flags}>{children}</Flags.Provider>;
}

export const useFeatureFlag = (name: FlagName) => useContext(Flags)[name];
