import posthog from 'posthog-js';
import { createContext, useContext, type ReactNode } from 'react';

interface Flags {
  isOn(name: string): boolean;
  variant: (name: string) => string | undefined;
}

const FlagContext = createContext<Flags | undefined>(undefined);

export function FlagProvider({ children }: { children: ReactNode }) {
  const isOn = (name: string) => posthog.isFeatureEnabled(name) === true;
  const variant = (name: string) => String(posthog.getFeatureFlag(name));
  return <FlagContext.Provider value={{ isOn, variant }}>{children}</FlagContext.Provider>;
}

export function useFlags(): Flags {
  const flags = useContext(FlagContext);
  if (!flags) throw new Error('useFlags needs FlagProvider');
  return flags;
}
