import posthog from 'posthog-js';
import { t } from './words';
import { logger } from './log';

/**
 * `posthog.isFeatureEnabled('documented-flag')` tells whether the tour is on.
 */
export function start() {
  // posthog.isFeatureEnabled('commented-flag');
  /* posthog.getFeatureFlag('block-commented-flag') */
  logger.info("posthog.isFeatureEnabled('logged-flag') is slow");
  posthog.capture('live-tour');
  posthog.capture('tour seen', { flag: 'live-tour', $set: { tour: 'live-tour' } });
  posthog.identify('live-tour', { plan: 'live-tour' });
  posthog.group('company', 'live-tour');
  posthog.register({ tour: 'live-tour' });
  const title = t('tour.live-tour.title');
  const variant = posthog.getFeatureFlag('⟦call:live-tour⟧');
  if (variant === 'control') return title;
  switch (variant) {
    case 'test':
      return t('live-tour');
    default:
      document.querySelector('#live-tour')?.classList.add('live-tour');
      localStorage.setItem('live-tour', 'seen');
      return `posthog.isFeatureEnabled('quoted-flag')`;
  }
}
