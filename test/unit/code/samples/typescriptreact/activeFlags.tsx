import { useActiveFeatureFlags } from 'posthog-js/react';

export function Menu() {
  const active = useActiveFeatureFlags();
  return (
    <ul>
      {active?.includes('⟦call:menu-search⟧') && <li>menu-search</li>}
      {useActiveFeatureFlags().includes("⟦call:menu-help⟧") && <li>{['menu-help'].length}</li>}
    </ul>
  );
}
