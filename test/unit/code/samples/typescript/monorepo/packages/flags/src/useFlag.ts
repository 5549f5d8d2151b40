import { useFeatureFlagEnabled } from 'posthog-js/react';

export function useFlag(name: string): boolean {
  return useFeatureFlagEnabled(name) === true;
}
