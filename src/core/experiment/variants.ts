/** Variants typed in one line: `control 50, test 50`. */
import type { NewVariant } from '../model/featureFlag';

/** What an experiment has unless somebody wants more of it. */
export const halves: readonly NewVariant[] = [
  { key: 'control', rolloutPercent: 50 },
  { key: 'test', rolloutPercent: 50 },
];

export type ParsedVariants = { readonly variants: readonly NewVariant[] } | { readonly problem: string };

/** PostHog's limits: 2 to 20 variants, whole shares that sum to 100; `control` is mandatory on older servers. */
export function parseVariants(text: string): ParsedVariants {
  const variants: NewVariant[] = [];
  for (const part of text.split(',').map((item) => item.trim())) {
    const [, key, share] = /^(\S+)[\s:]+(\d{1,3})\s*%?$/.exec(part) ?? [];
    if (key === undefined || share === undefined) {
      return {
        problem: `Write each variant as a key and its share, like "test 50". This one is not: "${part}"`,
      };
    }
    variants.push({ key: key.replace(/:$/, ''), rolloutPercent: Number(share) });
  }
  const problem = variantsObstacle(variants);
  return problem === undefined ? { variants } : { problem };
}

export function variantsObstacle(variants: readonly NewVariant[]): string | undefined {
  const keys = new Set(variants.map(({ key }) => key));
  if (variants.length < 2 || variants.length > 20) return 'An experiment has 2 to 20 variants.';
  if (keys.size < variants.length) return 'Two variants have the same key.';
  if (!keys.has('control')) return 'One variant must be called control: it is the baseline.';
  const odd = variants.find(({ key }) => !/^[A-Za-z0-9_-]+$/.test(key));
  if (odd) return `Only letters, numbers, hyphens and underscores are allowed in "${odd.key}".`;
  const uneven = variants.find(
    ({ rolloutPercent: percent }) => !Number.isInteger(percent) || percent < 0 || percent > 100,
  );
  if (uneven) return `A share is a whole number from 0 to 100; that of "${uneven.key}" is not.`;
  const sum = variants.reduce((total, { rolloutPercent }) => total + rolloutPercent, 0);
  return sum === 100 ? undefined : `The shares must sum to 100; these sum to ${sum}.`;
}

export function formatVariants(variants: readonly NewVariant[]): string {
  return variants.map(({ key, rolloutPercent }) => `${key} ${rolloutPercent}`).join(', ');
}
