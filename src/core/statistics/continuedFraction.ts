/** Stands in for zero where a step would divide by it. */
const tiny = 1e-100;
const precision = 1e-15;

/**
 * Value of the continued fraction n₁/(d₁ + n₂/(d₂ + …)) by Lentz's method as modified by Thompson and Barnett.
 *
 * @param part numerator and denominator of a step, counted from 1
 */
export function continuedFraction(part: (step: number) => readonly [number, number]): number {
  let value = tiny;
  let upper = tiny;
  let lower = 0;
  for (let step = 1, change = 0; Math.abs(change - 1) > precision; step += 1) {
    const [numerator, denominator] = part(step);
    upper = denominator + numerator / upper || tiny;
    lower = 1 / (denominator + numerator * lower || tiny);
    change = upper * lower;
    value *= change;
  }
  return value;
}
