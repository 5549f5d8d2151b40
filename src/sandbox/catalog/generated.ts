import { Random } from '../random';
import { count, funnel, spend } from './metricStories';
import type { Story } from './story';

const places = ['Checkout', 'Basket', 'Search', 'Product page', 'Homepage', 'Account', 'Newsletter'] as const;
const ideas = [
  'shorter form',
  'larger photographs',
  'calmer colours',
  'reviews first',
  'delivery date',
  'one step less',
  'price per piece',
  'help beside the field',
] as const;
const conclusions = ['won', 'lost', 'inconclusive', 'inconclusive', 'stopped_early'] as const;

/**
 * One of the many experiments of a sandbox that is to be large.
 * @param index 0 for the first after the catalog
 */
export function generatedStory(index: number, seed: string): Story {
  const slug = `generated/${seed}/${index}`;
  const random = new Random(slug);
  const place = random.pick(places);
  const idea = random.pick(ideas);
  const number = index + 1;
  const lifts = [0.08 * random.normal()];
  const fate = random.next();
  const startedDaysAgo = 2 + random.integer(40);
  return {
    slug,
    flagKey: `${`${place} ${idea}`.toLowerCase().replaceAll(' ', '-')}-${number}`,
    name: `${place}: ${idea} (${number})`,
    author: random.pick([0, 1, 2]),
    perDay: 60 + random.integer(300),
    metrics: [
      random.pick([
        funnel('Purchase', ['order completed'], [0.12], lifts),
        count('Products seen per visitor', 'product viewed', 1.4, lifts),
        spend('Revenue per visitor', 0.15, 45, lifts),
      ]),
    ],
    ...fateOf(fate, startedDaysAgo, random),
  };
}

function fateOf(fate: number, startedDaysAgo: number, random: Random): Partial<Story> {
  if (fate < 0.15) return {};
  if (fate < 0.45) return { startedDaysAgo };
  if (fate < 0.5) return { startedDaysAgo, pausedDaysAgo: 1 + random.integer(startedDaysAgo - 1) };
  const endedDaysAgo = 3 + random.integer(300);
  return {
    startedDaysAgo: endedDaysAgo + startedDaysAgo,
    endedDaysAgo,
    archived: fate > 0.85,
    conclusion: random.pick(conclusions),
    flagOff: random.next() < 0.7,
  };
}
