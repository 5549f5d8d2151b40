import type { Behaviour, EventBehaviour, FunnelBehaviour } from './behaviour';
import { liftOf } from './behaviour';
import { Random } from './random';

/** Who comes by: decided by the seed alone, so that adding days changes nothing about those before. */
export interface Traffic {
  readonly seed: string;
  /** Average of new visitors (or groups) a day. */
  readonly perDay: number;
  /** Share of each variant, in the flag's order. */
  readonly shares: readonly number[];
  /** Days with new visitors, from the first on; later ones see only what those do who came before. */
  readonly exposedDays: number;
}

export interface Visitor {
  /** 0 = the day the experiment started. */
  readonly day: number;
  /** Index in the flag's variants. */
  readonly variant: number;
}

/** Something that counts for a metric. */
export interface Happening {
  readonly day: number;
  /** For a funnel the index of the step reached, else how much the event is worth. */
  readonly value: number;
}

/** Everyone exposed in the first `days` days, in the order they came. */
export function* visitors(traffic: Traffic, days: number): Generator<Visitor> {
  for (let day = 0; day < Math.min(days, traffic.exposedDays); day++) {
    const random = new Random(`${traffic.seed}/exposure/${day}`);
    // Traffic of a shop swings, and the first day begins in the morning.
    const swing = (day === 0 ? 0.6 : 1) * (0.85 + 0.3 * random.next());
    const count = Math.round(traffic.perDay * swing);
    for (let index = 0; index < count; index++) {
      yield { day, variant: random.weighted(traffic.shares) };
    }
  }
}

/**
 * The same visitors, each with what they do for one metric over all time, in order of time.
 * @param metricKey separates the luck of one metric from that of another
 */
export function* visits(
  traffic: Traffic,
  days: number,
  behaviour: Behaviour,
  metricKey: string,
): Generator<{ readonly visitor: Visitor; readonly happenings: readonly Happening[] }> {
  let random = new Random('');
  let day = -1;
  for (const visitor of visitors(traffic, days)) {
    if (visitor.day !== day) {
      day = visitor.day;
      random = new Random(`${traffic.seed}/${metricKey}/${day}`);
    }
    const happenings =
      behaviour.kind === 'funnel' ? walk(behaviour, visitor, random) : act(behaviour, visitor, random);
    yield { visitor, happenings };
  }
}

function walk(behaviour: FunnelBehaviour, visitor: Visitor, random: Random): Happening[] {
  const reached: Happening[] = [];
  const last = behaviour.stepShares.length - 1;
  let day = visitor.day;
  for (const [step, share] of behaviour.stepShares.entries()) {
    const lift = step === last ? liftOf(behaviour, visitor.variant) : 0;
    if (random.next() >= share * (1 + lift)) break;
    day += delayDays(random);
    reached.push({ day, value: step });
  }
  return reached;
}

function act(behaviour: EventBehaviour, visitor: Visitor, random: Random): readonly Happening[] {
  const factor = 1 + liftOf(behaviour, visitor.variant);
  const count = random.poisson(behaviour.perVisitor * (behaviour.lifted === 'number' ? factor : 1));
  if (count === 0) return nothing;
  const average = (behaviour.averageAmount ?? 0) * (behaviour.lifted === 'amount' ? factor : 1);
  const happenings: Happening[] = [];
  for (let index = 0; index < count; index++) {
    happenings.push({
      day: visitor.day + delayDays(random),
      value: behaviour.averageAmount === undefined ? 1 : random.amount(average),
    });
  }
  return count === 1 ? happenings : happenings.toSorted((a, b) => a.day - b.day);
}

const nothing: readonly Happening[] = [];

/** Most act on the day they come, some think it over for up to a week. */
function delayDays(random: Random): number {
  const luck = random.next();
  return luck < 0.7 ? 0 : luck < 0.85 ? 1 : 2 + Math.floor(((luck - 0.85) / 0.15) * 5);
}
