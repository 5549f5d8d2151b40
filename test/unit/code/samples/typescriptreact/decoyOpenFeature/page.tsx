import { OpenFeature, useBooleanFlagValue } from '@openfeature/react-sdk';
import { FlagdWebProvider } from '@openfeature/flagd-web-provider';
import { PostHogProvider } from 'posthog-js/react';
import posthog from 'posthog-js';

OpenFeature.setProvider(new FlagdWebProvider({ host: 'flags' }));

export function Page() {
  const isOn = useBooleanFlagValue('flagd-banner', false);
  return <PostHogProvider client={posthog}>{isOn && OpenFeature.getClient().getBooleanValue('flagd-page', true)}</PostHogProvider>;
}
