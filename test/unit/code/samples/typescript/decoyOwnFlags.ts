import { createContext, useContext } from 'react';

const defaults = { calendars: false, storage: true };
type Feature = keyof typeof defaults;
const FeatureFlags = createContext(defaults);

export function useFeatureFlag(name: Feature): boolean {
  return useContext(FeatureFlags)[name];
}

export const isFeatureEnabled = (name: Feature) => defaults[name];

const license = { isFeatureEnabled: (name: string) => name === 'storage' };

export const shown = [
  useFeatureFlag('calendars'),
  isFeatureEnabled('storage'),
  license.isFeatureEnabled('storage'),
];
