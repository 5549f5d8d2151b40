export { useFeatureFlagEnabled } from 'posthog-js/react';
export { posthog } from 'posthog-js';
