import { useValues } from 'kea';
import { PostHogFeature } from 'posthog-js/react';
import posthog from 'posthog-js';
import { featureFlagLogic } from './featureFlagLogic';

export const FEATURE_FLAGS = {
  NOTEBOOKS: '⟦definition:notebooks-v2⟧', // owner: docs team
  CANVAS: '⟦definition:infinite-canvas⟧',
} as const;

posthog.onFeatureFlags((flags, variants) => featureFlagLogic.actions.setFeatureFlags(flags, variants));

export function Sidebar() {
  const { featureFlags } = useValues(featureFlagLogic);
  return (
    <ul>
      {featureFlags[⟦use:FEATURE_FLAGS.NOTEBOOKS=>notebooks-v2⟧] && <li>Notebooks</li>}
      {featureFlags[⟦use:FEATURE_FLAGS.CANVAS=>infinite-canvas⟧] === 'test' ? <li>Canvas</li> : null}
      <PostHogFeature flag={⟦use:FEATURE_FLAGS.CANVAS=>infinite-canvas⟧} match={false}>
        <li>Board</li>
      </PostHogFeature>
    </ul>
  );
}
