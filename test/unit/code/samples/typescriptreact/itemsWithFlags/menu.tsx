import { usePostHog } from 'posthog-js/react';
import { Icons, Pilots } from './flags';

const items = [
  { label: 'Home', href: '/', icon: 'home' },
  { label: 'Charts', href: '/charts', icon: Icons.Charts, flag: ⟦use:Pilots.Charts=>chart-room⟧ },
  { label: 'Crew', href: '/crew', icon: Icons.Crew, flag: ⟦use:Pilots.Crew=>crew-list⟧ },
];

export function Menu() {
  const posthog = usePostHog();
  return items.filter(({ flag }) => !flag || posthog.isFeatureEnabled(flag)).map(({ label }) => <a>{label}</a>);
}
