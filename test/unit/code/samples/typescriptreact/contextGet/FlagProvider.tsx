import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { usePostHog } from 'posthog-js/react';

const FlagContext = createContext<{ get: (key: string) => boolean }>({ get: () => false });

export function FlagProvider({ children }: { children: ReactNode }) {
  const posthog = usePostHog();
  const value = useMemo(() => ({ get: (key: string) => Boolean(posthog.getFeatureFlag(key)) }), [posthog]);
  return <FlagContext.Provider value={value}>{children}</FlagContext.Provider>;
}

export const useGates = () => useContext(FlagContext);
export const useGate = (key: string) => useGates().get(key);
