import analytics from 'posthog-js';
import { usePostHog } from 'posthog-js/react';
import { PostHog as Hog } from 'posthog-node';
import { getPostHog, posthogServer } from './clients';

declare const window: { posthog?: Hog };
let lazyHog: Hog | undefined;

export class Pages {
  private readonly tracker = new Hog('key');

  constructor(
    private readonly posthog: Hog,
    private metrics: Hog,
  ) {}

  async read(id: string, req: { posthog: Hog }) {
    lazyHog ??= new Hog('key');
    return [
      analytics.isFeatureEnabled('⟦call:from-default-import⟧'),
      posthogServer.getFeatureFlag('⟦call:from-server-name⟧', id),
      window.posthog?.isFeatureEnabled('⟦call:from-window⟧'),
      window.posthog!.getFeatureFlag!('⟦call:from-asserted-window⟧'),
      globalThis.posthog.isFeatureEnabled('⟦call:from-global⟧'),
      (window as any).posthog.getFeatureFlag('⟦call:from-cast⟧'),
      (await getPostHog()).getFeatureFlag('⟦call:from-awaited-function⟧', id),
      (await getPostHog())?.isFeatureEnabled?.('⟦call:from-optional-function⟧', id),
      getPostHog().isFeatureEnabled('⟦call:from-function⟧', id),
      usePostHog().isFeatureEnabled('⟦call:from-hook⟧'),
      this.posthog.isFeatureEnabled('⟦call:from-field⟧', id),
      this.tracker.isFeatureEnabled('⟦call:from-made-field⟧', id),
      this.metrics.isFeatureEnabled('⟦call:from-typed-field⟧', id),
      req.posthog.isFeatureEnabled('⟦call:from-request⟧', id),
      lazyHog.isFeatureEnabled('⟦call:from-lazy-variable⟧', id),
      new Hog('key').isFeatureEnabled('⟦call:from-constructor⟧', id),
    ];
  }
}

export function useLabels() {
  const hog = usePostHog();
  const again = hog;
  return [hog?.getFeatureFlag('⟦call:from-hook-variable⟧'), again.isFeatureEnabled('⟦call:from-alias⟧')];
}
