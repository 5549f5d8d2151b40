import { createContext, useContext } from 'react';

export type Feature = 'calendars' | 'storage' | 'registration';

const FlagsContext = createContext<Record<Feature, boolean> | null>(null);

export const FlagsProvider = FlagsContext.Provider;

export function useFeatureFlag(name: Feature): boolean {
  const flags = useContext(FlagsContext);
  if (!flags) throw new Error('useFeatureFlag needs FlagsProvider');
  return flags[name];
}

export function IfFeature({ feature, children }: { feature: Feature; children: React.ReactNode }) {
  return useFeatureFlag(feature) ? <>{children}</> : null;
}
