import PostHog, { PostHogProvider, useFeatureFlag, useFeatureFlags, usePostHog } from 'posthog-react-native';
import { Text, View } from 'react-native';

export const posthog = new PostHog('key', { host: 'https://eu.i.posthog.com' });

export default function Home() {
  const hog = usePostHog();
  const isOn = useFeatureFlag('⟦call:native-feed⟧');
  const flags = useFeatureFlags(hog);
  const tabs = hog.getFeatureFlag('⟦call:native-tabs⟧');
  const payload = hog.getFeatureFlagPayload('⟦call:native-copy⟧');
  return (
    <PostHogProvider client={posthog}>
      <View testID="native-feed">
        {isOn && <Text>{String(payload)}</Text>}
        {flags?.['⟦call:native-badge⟧'] && <Text>{String(tabs)}</Text>}
        {Boolean(useFeatureFlag('⟦call:native-dark⟧')) && <Text>dark</Text>}
      </View>
    </PostHogProvider>
  );
}
