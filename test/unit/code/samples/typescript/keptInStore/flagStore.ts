import posthog from 'posthog-js';
import { create } from 'zustand';

interface FlagState {
  flags: Record<string, boolean | string>;
  keep: (flags: Record<string, boolean | string>) => void;
}

export const useFlagStore = create<FlagState>((set) => ({ flags: {}, keep: (flags) => set({ flags }) }));

posthog.onFeatureFlags((_names, variants) => useFlagStore.getState().keep(variants));

export const selectFlag = (key: string) => (state: FlagState) => state.flags[key];
