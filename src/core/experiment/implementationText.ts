import { cutText } from '../../shared/cutText';
import type { ImplementationCheck } from '../model/implementationCheck';
import { inertText } from './inertText';
import type { MetricEvents } from './metricEvents';

/** What the check says, and how little that is: PostHog looks at a few events, and at any flag. */
export function implementationText(check: ImplementationCheck, flagKey: string): string {
  switch (check.kind) {
    case 'noEvents':
      return 'The metrics of this experiment name no events or actions, so there is nothing to look at.';
    case 'retired':
      return 'This PostHog no longer offers the check.';
    case 'flagsSeen':
      return (
        `Some of the newest events carry feature flags, so the SDK sends them along (${lookedAt(check)}). ` +
        `PostHog looked at a sample of the last 7 days and at any flag: whether ${inertText(flagKey)} is among them ` +
        'it does not say.'
      );
    case 'noFlagsSeen':
      return (
        `A hint at a problem: none of the events that PostHog looked at carries a feature flag (${lookedAt(check)}). ` +
        `Perhaps the SDK does not send flags along, or ${inertText(flagKey)} is not asked for before these events, or ` +
        'there were none. It is a small sample of the last 7 days and proves nothing.'
      );
  }
}

function lookedAt({ events, actionIds }: MetricEvents): string {
  return cutText(inertText([...events, ...actionIds.map((id) => `action ${id}`)].join(', ')), 100);
}
