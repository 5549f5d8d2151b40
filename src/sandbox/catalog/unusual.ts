import { count, funnel, legacyTrend } from './metricStories';
import type { Story } from './story';

const longName =
  'Product card layout with two photographs, the delivery date, the number of reviews and a heart to keep it for later, ';

/** What a client meets sooner or later and had better survive. */
export const unusualStories: readonly Story[] = [
  {
    slug: 'search-suggestions',
    flagKey: 'search-suggestions',
    name: 'Search suggestions',
    description: 'Went live this morning.',
    author: 1,
    startedHoursAgo: 3,
    perDay: 0,
    metrics: [count('Searches with a click', 'search result clicked', 0.5, [0])],
  },
  {
    slug: 'gift-wrapping-option',
    flagKey: 'gift-wrapping-option',
    name: 'Gift wrapping option',
    description: 'Waits for the wrapping paper.',
    author: 2,
    metrics: [count('Orders per visitor', 'order completed', 0.13, [0])],
  },
  {
    slug: 'recently-viewed-strip',
    flagKey: 'recently-viewed-strip',
    name: 'Recently viewed strip',
    description: 'Paused: the strip covers the buy button on small telephones.',
    startedDaysAgo: 11,
    pausedDaysAgo: 2,
    perDay: 450,
    metrics: [count('Products seen per visitor', 'product viewed', 1.5, [0.03])],
  },
  {
    slug: 'delivery-date-estimate',
    flagKey: 'delivery-date-estimate',
    name: 'Delivery date on the product page',
    description: 'Some nights the results were not computed.',
    startedDaysAgo: 15,
    perDay: 380,
    metrics: [funnel('Added to basket', ['product added to basket'], [0.24], [0.04])],
    missingDays: [6, 7, 11],
    failedDays: [[9, 'Unable to retrieve experiment data. Please try refreshing the page.']],
  },
  {
    slug: 'wishlist-reminder',
    flagKey: 'wishlist-reminder',
    name: 'Wish list reminder',
    description: 'Nobody new enters; those who are in it are watched for another week.',
    author: 2,
    startedDaysAgo: 17,
    frozenDaysAgo: 4,
    perDay: 420,
    metrics: [count('Orders per visitor', 'order completed', 0.16, [0.05])],
  },
  {
    slug: 'product-card-layout',
    flagKey: 'product-card-layout',
    name: longName.repeat(4).slice(0, 399) + '…',
    startedDaysAgo: 6,
    perDay: 300,
    metrics: [count('Products seen per visitor', 'product viewed', 1.2, [0.02])],
  },
  {
    slug: 'recommendation-engine',
    flagKey: 'recommendation-engine',
    // Markdown, HTML, replacement patterns, templates, direction overrides: none may be taken for more than text.
    name: '](command:workbench.action.quit) <img src=x onerror=alert(1)> $& {{x}} \u202Egnp.exe\u202C 🧪 `code` **Recommendations**',
    description:
      '[click](command:workbench.action.quit) <script>alert(1)</script> ${env:HOME} $(alert) %2e%2e/',
    startedDaysAgo: 8,
    perDay: 260,
    metrics: [count('<b>Clicks</b> $1 `on` [these](command:x)', 'recommendation clicked', 0.3, [0.03])],
  },
  {
    slug: 'guest-checkout',
    flagKey: 'guest-checkout',
    name: 'Guest checkout',
    description: 'Set up with the retired engine.',
    startedDaysAgo: 400,
    endedDaysAgo: 360,
    conclusion: 'stopped_early',
    comment: 'Guests and customers could not be told apart.',
    flagOff: true,
    metrics: [legacyTrend('Orders', 'order completed')],
  },
];
