import { client as apollo } from './apollo';
import { useFeatureFlag } from './ownFlags';
import configcat from 'configcat-js';

const cat = configcat.getClient('key');

export async function read() {
  return [
    apollo.isFeatureEnabled('apollo-flag'),
    useFeatureFlag('own-flag'),
    await cat.getValueAsync('cat-flag', false),
    window.optimizely.get('state').isFeatureEnabled('optimizely-flag'),
    process.env.FEATURE_FLAG === 'env-flag',
  ];
}
