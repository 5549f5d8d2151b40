import posthog from 'posthog-js';
import { PostHogFeature, useFeatureFlagEnabled as useIsOn } from 'posthog-js/react';

const FLAG = '⟦definition:jsx-sidebar⟧';

export default function Page({ user, items }) {
  const isOn = useIsOn(⟦use:FLAG=>jsx-sidebar⟧);
  const isBusy = 1 < items.length && items.length > 2;
  return (
    <>
      <h1 title="jsx-sidebar">jsx-sidebar isn't {'quoted'} here</h1>
      {isOn && <aside>{posthog.getFeatureFlag('⟦call:jsx-badge⟧') || "it's off"}</aside>}
      {isBusy ? <PostHogFeature flag="⟦component:jsx-list⟧" match={true}><List /></PostHogFeature> : null}
      {items.map((item) => (
        <Item key={item.id} {...item} on={posthog.isFeatureEnabled('⟦call:jsx-item⟧')} />
      ))}
      <Link to="/jsx-list">a/b</Link>
    </>
  );
}
