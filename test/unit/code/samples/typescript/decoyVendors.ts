import * as LaunchDarkly from '@launchdarkly/node-server-sdk';
import { useFlags, useLDClient } from 'launchdarkly-react-client-sdk';
import { initialize, isEnabled } from 'unleash-client';
import { GrowthBook } from '@growthbook/growthbook';
import { Statsig } from 'statsig-node';
import Flagsmith from 'flagsmith-nodejs';
import { SplitFactory } from '@splitsoftware/splitio';
import { OpenFeature } from '@openfeature/server-sdk';
import { useFlag } from '@unleash/proxy-client-react';

const client = LaunchDarkly.init('key');
const growthbook = new GrowthBook({ clientKey: 'key' });
const flagsmith = new Flagsmith({ environmentKey: 'key' });
const split = SplitFactory({ core: { authorizationKey: 'key' } }).client();
const feature = OpenFeature.getClient();

export async function read(user: { key: string }) {
  initialize({ url: 'https://unleash.example', appName: 'shop' });
  return [
    await client.variation('launch-checkout', user, false),
    isEnabled('unleash-checkout'),
    growthbook.isOn('growth-checkout'),
    growthbook.getFeatureValue('growth-price', 10),
    Statsig.checkGate(user, 'statsig-gate'),
    (await flagsmith.getEnvironmentFlags()).isFeatureEnabled('smith-checkout'),
    split.getTreatment(user.key, 'split-checkout'),
    await feature.getBooleanValue('open-checkout', false),
    useFlags()['launch-banner'],
    useLDClient()?.variation('launch-footer'),
    useFlag('unleash-footer'),
  ];
}
