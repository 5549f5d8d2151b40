import { invalid } from './errors';
import type { Era } from './era';
import { integer } from './fields';
import type { VariantRow } from './flagRow';
import type { Json } from './json';
import { isObject, textIn } from './json';
import { pythonRepr } from './python';

/**
 * The variants of a body, as they are stored.
 * @throws ApiRefusal 400 in the order of the server's own checks
 */
export function readVariants(value: readonly Json[], era: Era): VariantRow[] {
  // Until the flag became an input of its own, it was the field `parameters` that refused.
  const attr = era.hasFlagInput ? null : 'parameters';
  if (era.checksBodies) checkShapes(value, attr);
  if (value.length > 20) throw invalid('Feature flag variants must be less than 21', attr);
  if (value.length === 1) throw invalid(tooFewVariants(era), attr);
  const variants = value.filter(isObject).map((variant) => readVariant(variant, era));
  const keys = variants.map((variant) => variant.key);
  if (era.needsControl && variants.length > 0 && !keys.includes('control')) {
    throw invalid(
      era.checksBodies
        ? "Feature flag variants must contain a variant with key 'control' (lowercase, exactly). " +
            `Got keys: ${pythonRepr(keys)}. Rename the baseline variant's 'key' to 'control'.`
        : 'Feature flag variants must contain a control variant',
      attr,
    );
  }
  checkShares(variants);
  return variants;
}

/** Also of a flag that is to be linked or launched. */
export function tooFewVariants(era: Era): string {
  const baseline = era.hasVersions ? 'a baseline' : 'control';
  return `Feature flag must have at least 2 variants (${baseline} and at least one test variant)`;
}

/** @throws ApiRefusal 400: it is the flag's own serializer that adds up */
export function checkShares(variants: readonly VariantRow[]): void {
  const total = variants.reduce((sum, variant) => sum + variant.rollout_percentage, 0);
  if (variants.length > 0 && total !== 100) {
    throw invalid('Invalid variant definitions: Variant rollout percentages must sum to 100.', 'filters');
  }
}

function checkShapes(variants: readonly Json[], attr: string | null): void {
  for (const [index, variant] of variants.entries()) {
    if (!isObject(variant)) throw invalid(`Feature flag variant at index ${index} must be an object`, attr);
    if (!textIn(variant, 'key')) {
      throw invalid(`Feature flag variant at index ${index} must have a 'key' field`, attr);
    }
  }
  if (variants.filter(isObject).some((variant) => shareOf(variant) === undefined)) {
    throw invalid(
      'Each variant must include split_percent (recommended) or rollout_percentage (deprecated).',
      attr,
    );
  }
}

function readVariant(variant: { readonly [key: string]: Json | undefined }, era: Era): VariantRow {
  const key = textIn(variant, 'key') ?? '';
  const name = textIn(variant, 'name');
  const share = shareOf(variant);
  return {
    // What people write by hand; the server mends it too.
    key: era.checksBodies && key.toLowerCase() === 'control' ? 'control' : key,
    ...(name === undefined ? {} : { name }),
    rollout_percentage: era.hasFlagInput ? percent(share ?? null) : typeof share === 'number' ? share : 0,
  };
}

function shareOf(variant: { readonly [key: string]: Json | undefined }): Json | undefined {
  return variant['split_percent'] ?? variant['rollout_percentage'] ?? undefined;
}

export function percent(value: Json): number {
  const share = integer(value, 'rollout_percentage');
  if (share < 0) {
    throw invalid('Ensure this value is greater than or equal to 0.', 'rollout_percentage', 'min_value');
  }
  if (share > 100) {
    throw invalid('Ensure this value is less than or equal to 100.', 'rollout_percentage', 'max_value');
  }
  return share;
}
