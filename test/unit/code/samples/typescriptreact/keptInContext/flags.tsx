import posthog from 'posthog-js';
import { createContext, type PropsWithChildren, useContext, useEffect, useState } from 'react';

const Kept = createContext<{ flags: Record<string, boolean | string> }>({ flags: {} });

export function KeptFlags({ children }: PropsWithChildren) {
  const [flags, setFlags] = useState({});
  useEffect(() => posthog.onFeatureFlags((_names, variants) => setFlags(variants)), []);
  return <Kept.Provider value={{ flags }}>{children}</Kept.Provider>;
}

export const useFlags = () => useContext(Kept);
export const useFlag = (key: string) => useFlags().flags[key] ?? false;
