import { OpenFeature, OpenFeatureProvider } from '@openfeature/react-sdk';
import { PostHogWebProvider } from '@posthog/openfeature-web-provider';
import posthog from 'posthog-js';

OpenFeature.setProvider(new PostHogWebProvider(posthog));

export function Flags({ children }: { children: React.ReactNode }) {
  return <OpenFeatureProvider>{children}</OpenFeatureProvider>;
}
