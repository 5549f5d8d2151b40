/**
 * Random numbers that a text decides: the same seed always gives the same sequence, on every machine.
 * The generator is mulberry32 (Tommy Ettinger, public domain), seeded by an FNV-1a hash with a final mix.
 */
export class Random {
  private state: number;
  private spareNormal: number | undefined;

  constructor(seed: string) {
    this.state = hash(seed);
  }

  /** 0 ≤ x < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Whole number 0 ≤ x < below. */
  integer(below: number): number {
    return Math.floor(this.next() * below);
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.integer(items.length)] ?? items[0];
  }

  /** Index of a share, each index as likely as its share of the total. */
  weighted(shares: readonly number[]): number {
    let total = 0;
    for (const share of shares) total += share;
    let left = this.next() * total;
    for (let index = 0; index < shares.length; index++) {
      left -= shares[index] ?? 0;
      if (left < 0) return index;
    }
    return shares.length - 1;
  }

  /** Number of events of a steady stream (Knuth's method, fit for the small means used here). */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    const spare = this.spareNormal;
    this.spareNormal = undefined;
    if (spare !== undefined) return spare;
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    const angle = 2 * Math.PI * this.next();
    this.spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** A basket's worth: log-normal, right-skewed as real ones are, whole cents, with this average. */
  amount(average: number): number {
    const spread = 0.6;
    const value = average * Math.exp(spread * this.normal() - spread ** 2 / 2);
    return Math.round(value * 100) / 100;
  }

  /** Version 4 form, so that clients that check it are content. */
  uuid(): string {
    const [a, b, c, d] = [this.word(), this.word(), this.word(), this.word()];
    const variant = '89ab'.charAt(this.integer(4));
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
  }

  /** Eight hexadecimal digits. */
  private word(): string {
    return Math.floor(this.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
