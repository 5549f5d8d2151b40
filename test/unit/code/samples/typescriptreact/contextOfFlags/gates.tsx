import { usePostHog } from 'posthog-js/react';
import { createContext, type ReactNode, useContext } from 'react';

const Gates = createContext<{ opens: (gate: string) => boolean }>({ opens: () => false });

export function GateProvider({ children }: { children: ReactNode }) {
  const posthog = usePostHog();
  const opens = (gate: string) => posthog?.isFeatureEnabled(gate) === true;
  return <Gates.Provider value={{ opens }}>{children}</Gates.Provider>;
}

export const useGates = () => useContext(Gates);
