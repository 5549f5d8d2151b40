import posthog from 'posthog-js';

export interface ButtonStyle {
  readonly label: string;
  readonly background: string;
  readonly foreground: string;
}

const plain: ButtonStyle = { label: 'To checkout', background: '#d9d9d6', foreground: '#1f1f1c' };

/** The button below the basket. Green stands out on the grey page. */
export function checkoutButtonStyle(): ButtonStyle {
  const variant = posthog.getFeatureFlag('checkout-button-colour');
  if (variant === 'test') return { ...plain, background: '#1f7a4d', foreground: '#ffffff' };
  return plain;
}

/** Whether the product page offers Apple Pay and Google Pay. */
export function offersExpressPay(country: string): boolean {
  if (!posthog.isFeatureEnabled('express-pay')) return false;
  return ['DE', 'FR', 'NL', 'PL'].includes(country);
}
