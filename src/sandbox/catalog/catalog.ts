import { endedStories } from './ended';
import { endingStories } from './endings';
import { healthStories } from './health';
import { peculiarStories } from './peculiar';
import { runningStories } from './running';
import type { Story } from './story';
import { unusualStories } from './unusual';
import { verdictStories } from './verdicts';
import { count, funnel } from './metricStories';

/** What a team of the shop's size has at a time, odd things included. */
const everydayStories: readonly Story[] = [...runningStories, ...endedStories, ...unusualStories];

/** Enough for a person to look around in. */
export const sampleSize = everydayStories.length;

/** The shop's experiments, the plainest first: a smaller sandbox leaves out the odd ones. */
export const shopStories: readonly Story[] = [
  ...everydayStories,
  ...verdictStories,
  ...endingStories,
  ...healthStories,
  ...peculiarStories,
];

/** A second project, so that there is something to switch to. */
export const wholesaleStories: readonly Story[] = [
  {
    slug: 'bulk-order-form',
    flagKey: 'bulk-order-form',
    name: 'Order form for whole pallets',
    startedDaysAgo: 7,
    perDay: 120,
    metrics: [funnel('Order sent', ['quote requested', 'order completed'], [0.3, 0.5], [0.06])],
  },
  {
    slug: 'quote-reminder',
    flagKey: 'quote-reminder',
    name: 'Reminder of an open quote',
    author: 2,
    metrics: [count('Orders per customer', 'order completed', 0.3, [0])],
  },
  {
    slug: 'tiered-discounts',
    flagKey: 'tiered-discounts',
    name: 'Tiered discounts',
    author: 1,
    startedDaysAgo: 40,
    endedDaysAgo: 12,
    conclusion: 'won',
    perDay: 90,
    metrics: [count('Orders per customer', 'order completed', 0.35, [0.15])],
  },
];

/** Events the projects have received; metrics on any other are refused. */
export const knownEvents: readonly string[] = [
  '$pageview',
  '$autocapture',
  'signup completed',
  'signup',
  'login',
  'onboarding completed',
  'product viewed',
  'product added to basket',
  'recommendation clicked',
  'search result clicked',
  'checkout started',
  'payment entered',
  'order completed',
  'purchase',
  'order refunded',
  'membership started',
  'plans compared',
  'newsletter subscribed',
  'project shared',
  'quote requested',
  'support ticket opened',
];
