import posthog from 'posthog-js';

interface PopupPlan {
  readonly afterSeconds: number;
  readonly text: string;
}

const offer = '10 % off your first order';
const question = 'What does your home need next?';

/**
 * When the pop-up appears and what it says. Its flag has served two experiments: the first was about the moment,
 * the one of today is about the words.
 */
export function popupPlan(pagesSeen: number): PopupPlan | undefined {
  if (pagesSeen < 2) return undefined;
  const text = posthog.getFeatureFlag('newsletter-popup') === 'test' ? question : offer;
  return { afterSeconds: 10, text };
}
