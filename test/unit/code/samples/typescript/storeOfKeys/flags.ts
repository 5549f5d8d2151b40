import posthog from 'posthog-js';
import { create } from 'zustand';

const FLAGS = ['⟦definition:inline-comments⟧', '⟦definition:dark-charts⟧'] as const;
type Flag = (typeof FLAGS)[number];

const useFlagStore = create<{ flags: Partial<Record<Flag, boolean>> }>(() => ({
  flags: Object.fromEntries(FLAGS.map((flag) => [flag, posthog.isFeatureEnabled(flag) ?? false])),
}));

export const useFlag = (flag: Flag) => useFlagStore((state) => state.flags[flag]);
