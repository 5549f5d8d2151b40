/** Flags of a made-up project, the same for the same number. */
import type { ListedFlag } from '../../src/core/model/featureFlag';

const things = ['checkout', 'search', 'basket', 'profile', 'newsletter', 'delivery', 'pricing', 'onboarding'];
const parts = ['button', 'layout', 'banner', 'flow', 'copy', 'ranking', 'reminder'];
const owners = ['Ada Lovelace', 'Grace Hopper', 'Mary Jackson', 'Katherine Johnson'];
const tags = ['growth', 'mobile', 'beta', 'billing'];
const runtimes = ['all', 'client', 'server'] as const;
const dayMs = 86_400_000;

export const experimentNames = new Map([
  [311, 'Checkout button colour'],
  [312, 'Search results in two columns on wide screens'],
]);

export function sampleFlag(index: number, nowMs: number, changes: Partial<ListedFlag> = {}): ListedFlag {
  const thing = itemAt(things, index);
  const part = itemAt(parts, Math.floor(index / things.length));
  const round = Math.floor(index / (things.length * parts.length));
  const isThreeWay = index % 5 === 2;
  return {
    id: 900 + index,
    key: [thing, part, ...(round > 0 ? [round + 1] : [])].join('-'),
    name: index % 3 === 0 ? '' : `${thing.charAt(0).toUpperCase()}${thing.slice(1)} ${part}`,
    active: index % 4 !== 3,
    variants: (isThreeWay ? ['control', 'short', 'long'] : ['control', 'test']).map((key, place, all) => ({
      key,
      name: undefined,
      rolloutPercent:
        place === 0 ? 100 - (all.length - 1) * Math.floor(100 / all.length) : Math.floor(100 / all.length),
    })),
    payloads: {},
    ownerName: itemAt(owners, index),
    ownerId: 1 + (index % owners.length),
    tags: index % 3 === 1 ? [itemAt(tags, index), ...(index % 2 === 0 ? ['q4'] : [])] : [],
    experimentIds: index % 7 === 0 ? [311] : index % 11 === 1 ? [311, 312, 999] : [],
    createdMs: nowMs - (index + 2) * dayMs,
    updatedMs: index % 2 === 0 ? nowMs - (index + 1) * dayMs : undefined,
    evaluationRuntime: itemAt(runtimes, index),
    rolloutPercent: index % 6 === 5 ? 20 : 100,
    ...changes,
  };
}

export function sampleFlags(count: number, nowMs: number): readonly ListedFlag[] {
  return Array.from({ length: count }, (_, index) => sampleFlag(index, nowMs));
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to take an item of.');
  return item;
}
