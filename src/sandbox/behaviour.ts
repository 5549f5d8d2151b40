import type { JsonObject } from './json';
import { isList, objectIn, textIn } from './json';
import { Random } from './random';

/** How visitors act on what a metric counts. */
export type Behaviour = EventBehaviour | FunnelBehaviour | RetentionBehaviour;

interface Lifted {
  /** Fraction of change per variant after the first: 0.1 = 10 % more. Variants beyond the list act as the first. */
  readonly lifts: readonly number[];
}

/** Something a visitor does any number of times, each worth an amount. */
export interface EventBehaviour extends Lifted {
  readonly kind: 'events';
  /** Average number per visitor. */
  readonly perVisitor: number;
  /** Average worth of one; without it each counts as 1. */
  readonly averageAmount?: number;
  /** What a variant changes. */
  readonly lifted: 'number' | 'amount';
}

/** A path that visitors leave step by step; a variant changes the last step. */
export interface FunnelBehaviour extends Lifted {
  readonly kind: 'funnel';
  /** Share (0 to 1) of those at one step who reach the next, from exposure to the last. */
  readonly stepShares: readonly number[];
}

/** A first step, and whether those who took it come back; a variant changes the second. */
export interface RetentionBehaviour extends Lifted {
  readonly kind: 'retention';
  /** Shares (0 to 1). */
  readonly startShare: number;
  readonly returnShare: number;
}

export function liftOf(behaviour: Behaviour, variantIndex: number): number {
  return variantIndex === 0 ? 0 : (behaviour.lifts[variantIndex - 1] ?? 0);
}

/** For metrics that no story tells of: believable numbers with a small effect either way, decided by the seed. */
export function improvisedBehaviour(metric: JsonObject, seed: string): Behaviour {
  const random = new Random(`${seed}/behaviour`);
  const lifts = [0.06 * random.normal(), 0.06 * random.normal(), 0.06 * random.normal()];
  const share = () => 0.25 + 0.4 * random.next();
  const series = metric['series'];
  const type = textIn(metric, 'metric_type');
  if (type === 'retention') return { kind: 'retention', startShare: share(), returnShare: share(), lifts };
  if (type === 'funnel') {
    const steps = isList(series) ? Math.max(1, series.length) : 1;
    return { kind: 'funnel', stepShares: Array.from({ length: steps }, share), lifts };
  }
  const source = objectIn(metric, 'source') ?? objectIn(metric, 'numerator');
  const perVisitor = 0.1 + 0.4 * random.next();
  return textIn(source, 'math') === 'sum'
    ? { kind: 'events', perVisitor, averageAmount: 20 + 60 * random.next(), lifted: 'amount', lifts }
    : { kind: 'events', perVisitor, lifted: 'number', lifts };
}
