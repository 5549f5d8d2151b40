import posthog from 'posthog-js';

export interface Notice {
  readonly text: string;
  readonly isUrgent: boolean;
}

/** What stands above the basket. */
export function basketNotice(points: number): Notice {
  if (posthog.getFeatureFlag('loyalty-banner') === 'test') {
    const text = `You collect ${points} points with this order.`;
    return { text, isUrgent: points > 1_000 };
  } else {
    return { text: 'Free returns within 30 days.', isUrgent: false };
  }
}
