import { formatCount } from '../../src/shared/format';
import type { PowerView } from '../../src/shared/panelPower';
import { requiredDays, requiredSample, type SampleBasis } from '../../src/shared/sampleSize';

/** `12.3%`, with as many decimals as tell something. */
export function effectText(percent: number): string {
  if (percent < 0.01) return '< 0.01%';
  if (percent >= 100) return `${formatCount(percent)}%`;
  return `${Number(percent.toFixed(percent < 1 ? 2 : 1))}%`;
}

/** `9,924 users in all, 4,923 more: about 9 days at 547 a day.` */
export function planSentence(
  basis: SampleBasis,
  effectPercent: number,
  { unit, perDay, samples, phase }: Pick<PowerView, 'unit' | 'perDay' | 'samples' | 'phase'>,
): string {
  const size = requiredSample(basis, effectPercent);
  if (size === undefined) return 'That cannot be computed from these numbers.';
  const whole = `${formatCount(size)} ${unit} in all`;
  const rest = size - (samples ?? 0);
  if (rest <= 0) return `${whole}: there are as many already.`;
  const more = samples ? `, ${formatCount(rest)} more` : '';
  const days = phase === 'over' ? undefined : requiredDays(rest, perDay);
  if (days === undefined || perDay === undefined) return `${whole}${more}.`;
  return `${whole}${more}: about ${formatCount(days)} ${days === 1 ? 'day' : 'days'} at ${formatCount(perDay)} a day.`;
}
