import posthog from 'posthog-js';
import { colorOf, flagName, footerFlag, templateFlag, variantKey } from './flagNames';

export const menu = posthog.isFeatureEnabled(flagName('⟦call:menu=>web-menu⟧'));
export const price = posthog.getFeatureFlag(variantKey('⟦call:Price=>exp_price⟧'));
export const footer = posthog.isFeatureEnabled(⟦use:footerFlag()=>new-footer⟧);

export function payload(host: string) {
  const name = templateFlag(host);
  return posthog.getFeatureFlagPayload(name);
}

export function isAreaOn(area: string): boolean {
  return posthog.isFeatureEnabled(flagName(area)) === true;
}

export const color = colorOf('error');
export const search = isAreaOn('⟦wrapper:search=>web-search⟧');
