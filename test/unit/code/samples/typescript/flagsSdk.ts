import { postHogAdapter } from '@flags-sdk/posthog';
import { vercelAdapter } from '@flags-sdk/vercel';
import { flag } from 'flags/next';

export const showSale = flag<boolean>({
  key: '⟦call:summer-sale⟧',
  description: 'The summer-sale banner',
  adapter: postHogAdapter.isFeatureEnabled(),
});

export const saleCopy = flag({
  key: '⟦call:sale-copy⟧',
  adapter: postHogAdapter.featureFlagValue(),
  options: ['control', 'test'],
});

export const elsewhere = flag({ key: 'vercel-sale', adapter: vercelAdapter() });
