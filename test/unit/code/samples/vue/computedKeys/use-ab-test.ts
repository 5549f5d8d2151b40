import type { MaybeRefOrGetter } from 'vue';
import posthog from 'posthog-js';

export function useAbTest(config: { experiment: MaybeRefOrGetter<string>; isManual?: boolean }) {
  const experiment = computed(() => toValue(config.experiment));
  const read = () => posthog.getFeatureFlag(experiment.value);
  return { variant: ref(read()), read };
}

export function useGate(gate: Ref<string>) {
  return computed(() => posthog.isFeatureEnabled(unref(gate)));
}
