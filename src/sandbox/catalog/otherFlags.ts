import { everyone } from '../flagRow';
import type { LooseFlag } from './looseFlag';

/** Not fit: the first variant is not `control`, or there are no variants at all. */
export const otherFlags: readonly LooseFlag[] = [
  {
    key: 'greeting',
    name: 'Greeting',
    createdDaysAgo: 28,
    variants: [
      ['formal', 50],
      ['casual', 50],
    ],
    calledDaysAgo: 0,
  },
  {
    key: 'tax-display',
    name: 'Prices with or without tax',
    author: 2,
    createdDaysAgo: 70,
    variants: [
      ['gross', 50],
      ['net', 25],
      ['control', 25],
    ],
    calledDaysAgo: 0,
  },
  {
    key: 'single-variant',
    name: 'Only one way left',
    author: 1,
    createdDaysAgo: 90,
    variants: [['control', 100]],
    calledDaysAgo: 4,
  },
  {
    key: 'apple-pay',
    name: 'Apple Pay',
    createdDaysAgo: 140,
    calledDaysAgo: 0,
    fields: { tags: ['checkout', 'payments'] },
  },
  {
    key: 'invoice-payment',
    name: 'Payment by invoice',
    author: 1,
    createdDaysAgo: 130,
    calledDaysAgo: 0,
    fields: { tags: ['payments'], groups: [{ ...everyone, rollout_percentage: 40 }] },
  },
  {
    key: 'beta-program',
    name: 'Beta programme',
    author: 2,
    createdDaysAgo: 75,
    calledDaysAgo: 0,
    fields: {
      groups: [
        { ...everyone, properties: [{ key: 'beta', type: 'person', operator: 'exact', value: ['true'] }] },
      ],
    },
  },
  {
    key: 'maintenance-mode',
    name: 'Maintenance mode',
    createdDaysAgo: 300,
    calledDaysAgo: 0,
    fields: { active: false, evaluation_runtime: 'server', tags: ['ops'] },
  },
  {
    key: 'read-replica',
    name: 'Reads from the replica',
    author: 1,
    createdDaysAgo: 48,
    calledDaysAgo: 0,
    fields: { evaluation_runtime: 'server', tags: ['ops'] },
  },
  {
    key: 'legacy-header',
    name: 'Header of the old shop',
    author: 2,
    createdDaysAgo: 500,
    calledDaysAgo: 320,
  },
  {
    key: 'black-friday',
    name: 'Black Friday',
    createdDaysAgo: 360,
    calledDaysAgo: 350,
    fields: { active: false, tags: ['campaign'] },
  },
  {
    key: 'app-review-prompt',
    name: 'Ask for a review',
    author: 1,
    createdDaysAgo: 25,
    calledDaysAgo: 0,
    fields: { evaluation_runtime: 'client', groups: [{ ...everyone, rollout_percentage: 0 }] },
  },
  {
    key: 'shipping-rates',
    name: 'Shipping rates',
    createdDaysAgo: 110,
    calledDaysAgo: 0,
    fields: {
      is_remote_configuration: true,
      evaluation_runtime: 'server',
      payloads: { true: '{"standard": 4.9, "express": 9.9}' },
    },
  },
  {
    key: 'support-hours',
    name: 'Hours of the support team',
    author: 2,
    createdDaysAgo: 85,
    calledDaysAgo: 0,
    fields: { is_remote_configuration: true, payloads: { true: '"9-17"' } },
  },
  { key: 'never-called', name: 'Nobody has asked for it yet', author: 1, createdDaysAgo: 64 },
];
