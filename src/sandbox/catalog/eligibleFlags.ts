import { everyone } from '../flagRow';
import type { LooseFlag } from './looseFlag';
import type { VariantStory } from './story';

const half: readonly VariantStory[] = [
  ['control', 50],
  ['test', 50],
];
const thirds: readonly VariantStory[] = [
  ['control', 34],
  ['short', 33],
  ['long', 33],
];

/** Fit for an experiment: several variants, `control` first. */
export const eligibleFlags: readonly LooseFlag[] = [
  { key: 'basket-summary', name: 'Basket summary', createdDaysAgo: 3, variants: half, calledDaysAgo: 0 },
  {
    key: 'checkout-steps',
    name: 'Steps of the checkout',
    author: 1,
    createdDaysAgo: 9,
    variants: thirds,
    calledDaysAgo: 0,
    fields: { tags: ['checkout'] },
  },
  {
    key: 'newsletter-footer',
    name: 'Newsletter in the footer',
    author: 2,
    createdDaysAgo: 21,
    variants: half,
    calledDaysAgo: 1,
    fields: { tags: ['growth'] },
  },
  {
    key: 'plan-comparison',
    name: 'Comparison of plans',
    author: 1,
    createdDaysAgo: 33,
    variants: thirds,
    calledDaysAgo: 0,
    fields: { tags: ['pricing', 'growth'], evaluation_runtime: 'client' },
  },
  {
    key: 'ranking-model',
    name: 'Ranking of search results',
    author: 2,
    createdDaysAgo: 40,
    variants: [
      ['control', 90],
      ['model-b', 10],
    ],
    calledDaysAgo: 0,
    fields: { tags: ['search'], evaluation_runtime: 'server' },
  },
  {
    key: 'thumbnail-size',
    name: 'Size of thumbnails',
    createdDaysAgo: 55,
    variants: half,
    calledDaysAgo: 2,
    fields: { groups: [{ ...everyone, rollout_percentage: 25 }] },
  },
  {
    key: 'winter-banner',
    name: 'Winter banner',
    author: 2,
    createdDaysAgo: 12,
    variants: half,
    fields: { active: false, tags: ['campaign'] },
  },
  {
    key: 'summer-banner',
    name: 'Summer banner',
    author: 2,
    createdDaysAgo: 160,
    variants: half,
    calledDaysAgo: 95,
    fields: { active: false, tags: ['campaign'] },
  },
  {
    key: 'old-recommendations',
    name: 'Recommendations, first attempt',
    author: 1,
    createdDaysAgo: 420,
    variants: half,
    calledDaysAgo: 210,
  },
  {
    key: 'delivery-promise',
    name: 'Promise of the delivery day',
    createdDaysAgo: 6,
    variants: [
      ['control', 25],
      ['today', 25],
      ['tomorrow', 25],
      ['week', 25],
    ],
    calledDaysAgo: 0,
    fields: { payloads: { today: '{"cutoff": "14:00"}' } },
  },
  {
    key: 'swiss-shop',
    name: 'Shop for Switzerland',
    author: 1,
    createdDaysAgo: 18,
    variants: half,
    calledDaysAgo: 0,
    fields: {
      groups: [
        {
          ...everyone,
          properties: [{ key: '$geoip_country_code', type: 'person', operator: 'exact', value: ['CH'] }],
        },
      ],
      evaluation_runtime: 'server',
    },
  },
  {
    key: 'unsafe-name',
    name: '"><img src=x onerror=alert(6)> ](command:x) $& \u202Etxt',
    author: 3,
    createdDaysAgo: 15,
    variants: half,
    calledDaysAgo: 0,
    fields: { tags: ['<b>x</b>'] },
  },
];
