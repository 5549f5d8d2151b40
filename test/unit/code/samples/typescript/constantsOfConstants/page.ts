import { useFeatureFlagVariantKey } from 'posthog-js/react';
import { EXPERIMENT } from './experiment';

export const useTour = () => useFeatureFlagVariantKey(⟦use:EXPERIMENT.flagKey=>editor-tour⟧) === EXPERIMENT.variants[1];
