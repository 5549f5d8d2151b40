import { useFlagStore } from './store';

export function useCatFlag(name: string) {
  const store = useFlagStore().configcat;
  return store[name];
}

export function useHogFlag<T = boolean>(name: string): T | undefined {
  const flagStore = useFlagStore();
  const store = flagStore.posthog;
  return store[name] as T;
}
