import { withLDConsumer, useFlags } from 'launchdarkly-react-client-sdk';
import { FeatureString, IfFeatureEnabled, useFeatureIsOn } from '@growthbook/growthbook-react';
import { useGateValue } from '@statsig/react-bindings';
import { useFlagsmith } from 'flagsmith/react';
import { Flag, Feature } from 'flagged';
import { useFeatureFlag } from 'configcat-react';

export const Page = withLDConsumer()(({ flags }: { flags: Record<string, boolean> }) => {
  const { newHeader } = useFlags();
  const isOn = useFeatureIsOn('growth-header');
  const gate = useGateValue('statsig-header');
  const smith = useFlagsmith();
  return (
    <>
      {flags['launch-header'] && newHeader && isOn && gate}
      <IfFeatureEnabled feature="growth-list">
        <FeatureString default="x" feature="growth-copy" />
      </IfFeatureEnabled>
      <Feature name="flagged-list">{smith.hasFeature('smith-list')}</Feature>
      <Flag name="flagged-old" />
      {useFeatureFlag('cat-list', false).value}
    </>
  );
});
