import type { Behaviour, EventBehaviour, FunnelBehaviour, RetentionBehaviour } from './behaviour';
import { liftOf } from './behaviour';
import type { FlagPeriod } from './flagHistory';
import { Random } from './random';
import { dayMs, startOfDayMs } from './time';

/** Who comes by: decided by the seed alone, so that later days change nothing about those before. */
export interface Traffic {
  readonly seed: string;
  /** Average of new visitors (or groups) a day, at a full rollout. */
  readonly perDay: number;
  readonly startMs: number;
  /** Nobody and nothing counts from here on; null: it goes on. */
  readonly endMs: number | null;
  /** Oldest first. Before the first nobody is let in. */
  readonly periods: readonly FlagPeriod[];
  /** Share (0 to 1) of those let in who come to see several variants. */
  readonly multipleShare: number;
}

export interface Visitor {
  /** 0 = the day the experiment started. */
  readonly day: number;
  /** When on that day: 0 = its midnight, 1 = the next. */
  readonly moment: number;
  /** Index in the flag's variants: the one seen first. */
  readonly variant: number;
  readonly multiple: boolean;
}

/** Something that counts for a metric, always at the visitor's own moment of the day. */
export interface Happening {
  readonly day: number;
  /** Index of the step reached; for events how much the event is worth. */
  readonly value: number;
}

/** Number of days, the last perhaps in part, from the start to a moment or to the end if that is earlier. */
export function daysUntil({ startMs, endMs }: Pick<Traffic, 'startMs' | 'endMs'>, untilMs: number): number {
  const lastMs = Math.min(untilMs, endMs ?? Infinity);
  return Math.max(0, Math.ceil((lastMs - startOfDayMs(startMs)) / dayMs));
}

/** Everyone let in before a moment, in the order they came. */
export function* visitors(traffic: Traffic, untilMs: number): Generator<Visitor> {
  const { seed, perDay, startMs, endMs, periods, multipleShare } = traffic;
  const firstMs = startOfDayMs(startMs);
  const lastMs = Math.min(untilMs, endMs ?? Infinity);
  const days = daysUntil(traffic, untilMs);
  let current = 0;
  for (let day = 0; day < days; day++) {
    const random = new Random(`${seed}/exposure/${day}`);
    const opening = day === 0 ? (startMs - firstMs) / dayMs : 0;
    const swing = (Math.round(10 * (1 - opening)) / 10) * (0.85 + 0.3 * random.next());
    const count = Math.round(perDay * swing);
    for (let index = 0; index < count; index++) {
      const moment = opening + ((1 - opening) * (index + 0.5)) / count;
      const timeMs = firstMs + (day + moment) * dayMs;
      if (timeMs >= lastMs) return;
      while ((periods[current + 1]?.fromMs ?? Infinity) <= timeMs) current++;
      const period = periods[current];
      if (!period?.open || period.fromMs > timeMs) continue;
      const variant = random.weighted(period.shares);
      if (period.rolloutPercent < 100 && random.next() * 100 >= period.rolloutPercent) continue;
      yield { day, moment, variant, multiple: multipleShare > 0 && random.next() < multipleShare };
    }
  }
}

/**
 * The same visitors, each with what they do for one metric over all time, in order of time.
 * @param metricKey separates the luck of one metric from that of another
 */
export function* visits(
  traffic: Traffic,
  untilMs: number,
  behaviour: Behaviour,
  metricKey: string,
): Generator<{ readonly visitor: Visitor; readonly happenings: readonly Happening[] }> {
  let random = new Random('');
  let day = -1;
  for (const visitor of visitors(traffic, untilMs)) {
    if (visitor.day !== day) {
      day = visitor.day;
      random = new Random(`${traffic.seed}/${metricKey}/${day}`);
    }
    yield { visitor, happenings: happeningsOf(behaviour, visitor, random) };
  }
}

function happeningsOf(behaviour: Behaviour, visitor: Visitor, random: Random): readonly Happening[] {
  switch (behaviour.kind) {
    case 'funnel':
      return walk(behaviour, visitor, random);
    case 'retention':
      return comeBack(behaviour, visitor, random);
    case 'events':
      return act(behaviour, visitor, random);
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

function comeBack(behaviour: RetentionBehaviour, visitor: Visitor, random: Random): Happening[] {
  if (random.next() >= behaviour.startShare) return [];
  const day = visitor.day + delayDays(random);
  const share = behaviour.returnShare * (1 + liftOf(behaviour, visitor.variant));
  const returned = random.next() < share;
  // Whoever comes back does so on another day, within the week.
  return [{ day, value: 0 }, ...(returned ? [{ day: day + 1 + random.integer(7), value: 1 }] : [])];
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
