import { useFeatureFlagVariantKey } from 'posthog-js/react';
import { checkoutFlags } from './flags';

const forms = ['address', 'delivery', 'payment'];

/** The page between the basket and the order: all forms at once, or one after the other. */
export function CheckoutPage({ step }: { readonly step: number }) {
  const variant = useFeatureFlagVariantKey(checkoutFlags.onePage);
  const shown = variant === 'test' ? forms : forms.slice(step, step + 1);
  return shown.map((form) => <section key={form} id={form} />);
}
