/** Every state the page of flags can be in, by name, with a host that searches, filters and reads a list. */
import { PostHogError } from '../../src/core/api/errors';
import type { ListedFlag } from '../../src/core/model/featureFlag';
import { flagQueryOf, flagsNeeded, type KnownFlags, toFlagsView } from '../../src/core/panelView/flagsView';
import type { Resource } from '../../src/core/store/resource';
import type { FlagQuery, FlagReading } from '../../src/core/store/store';
import {
  allFlags,
  type FlagsPanelState,
  type FlagsView,
  type FlagsWanted,
} from '../../src/shared/panelFlags';
import type { FlagsDemand } from '../../src/shared/panelProtocol';
import { hostileName } from './sampleExperiment';
import { experimentNames, sampleFlag, sampleFlags } from './sampleFlags';
import type { PanelScenario } from './scenario';

type Build = (nowMs: number) => PanelScenario;

/** What PostHog gives at once. */
const chunk = 100;
const minuteMs = 60_000;

interface Changes {
  readonly wanted?: Partial<FlagsWanted>;
  readonly source?: FlagReading['source'];
  readonly unreadable?: number;
  readonly projectName?: string;
  readonly hasWebApp?: boolean;
  /** What became of the newest reading. */
  readonly reading?: (ready: Extract<Resource<FlagReading>, { state: 'ready' }>) => Resource<FlagReading>;
}

/** A host with these flags. It reads a hundred at a time, as the real one does. */
function serving(flagsAt: (nowMs: number) => readonly ListedFlag[], changes: Changes = {}): Build {
  return (nowMs) => {
    const all = flagsAt(nowMs);
    const wanted = { ...allFlags, ...changes.wanted };
    const panel: FlagsPanelState = { kind: 'flags', accountId: 'us', projectId: 1, wanted };
    const reads = new Map<string, number>();

    function view(next: FlagsWanted, demand: FlagsDemand): FlagsView {
      const found = matching(all, flagQueryOf(next));
      const key = JSON.stringify(flagQueryOf(next));
      const before = reads.get(key) ?? 0;
      const needed = { page: flagsNeeded(next), more: before + 1, all: found.length }[demand];
      const read = Math.min(found.length, Math.max(before, Math.ceil(needed / chunk) * chunk));
      reads.set(key, read);
      const ready = {
        state: 'ready',
        value: {
          flags: found.slice(0, read),
          count: found.length,
          nextOffset: read < found.length ? read : undefined,
          unreadable: changes.unreadable ?? 0,
          source: changes.source ?? 'eligible',
        },
        loadedMs: nowMs - 5 * minuteMs,
      } as const;
      return viewOf({ ...panel, wanted: next }, changes.reading?.(ready) ?? ready, changes);
    }

    let current = wanted;
    return {
      panel,
      view: { kind: 'result', value: view(wanted, 'page') },
      answer(method, params) {
        if (method === 'refresh')
          return { kind: 'result', value: { ...view(current, 'page'), loadedMs: Date.now() } };
        if (method !== 'show') return undefined;
        const asked = params as { readonly wanted: FlagsWanted; readonly read: FlagsDemand };
        current = asked.wanted;
        return { kind: 'result', value: view(current, asked.read) };
      },
    };
  };
}

function viewOf(
  panel: FlagsPanelState,
  reading: KnownFlags['reading'],
  { projectName = 'Fernwood Shop', hasWebApp = true }: Changes,
): FlagsView {
  const owners = ['Ada Lovelace', 'Grace Hopper', 'Mary Jackson', 'Katherine Johnson'];
  return toFlagsView(
    panel,
    {
      projectName,
      reading,
      experimentNames,
      owners: owners.map((name, index) => ({ id: index + 1, name })),
    },
    { hasWebApp, describeError: ({ kind }) => sentences[kind] ?? kind },
  );
}

const sentences: Readonly<Record<string, string>> = {
  offline: 'PostHog cannot be reached. Check the network connection and the host.',
  forbidden:
    "The API key or your account may not do this. PostHog says: API key missing required scope 'feature_flag:read'",
};

/** PostHog's part: search, filters and order. */
function matching(flags: readonly ListedFlag[], query: FlagQuery): readonly ListedFlag[] {
  const search = query.search?.toLowerCase() ?? '';
  const { order = '-created_at' } = query;
  const direction = order.startsWith('-') ? -1 : 1;
  const valueOf = (flag: ListedFlag): string =>
    order.endsWith('key')
      ? flag.key
      : order.endsWith('name')
        ? flag.name
        : String(flag.createdMs).padStart(16);
  return flags
    .filter(
      (flag) =>
        `${flag.key}\n${flag.name}`.toLowerCase().includes(search) &&
        (query.active === undefined || flag.active === query.active) &&
        (query.createdById === undefined || flag.ownerId === query.createdById) &&
        (query.evaluationRuntime === undefined || flag.evaluationRuntime === query.evaluationRuntime),
    )
    .toSorted((a, b) => direction * (valueOf(a) < valueOf(b) ? -1 : 1));
}

function failing(kind: 'offline' | 'forbidden', keep: boolean): Changes {
  const error = new PostHogError(kind, { method: 'GET', template: '/' });
  return {
    reading: ({ value, loadedMs }) => ({
      state: 'failed',
      error,
      previous: keep ? { value, loadedMs } : undefined,
    }),
  };
}

const many = (nowMs: number) => sampleFlags(340, nowMs);

export const flagsStates: Readonly<Record<string, Build>> = {
  'flags-loading': serving(many, { reading: () => ({ state: 'loading', previous: undefined }) }),
  'flags-few': serving((nowMs) => sampleFlags(7, nowMs)),
  'flags-full': serving(many),
  'flags-tag': serving(many, { wanted: { tag: 'beta' } }),
  'flags-no-match': serving(many, { wanted: { search: 'zzz' } }),
  'flags-empty': serving(() => []),
  'flags-failed': serving(many, failing('offline', true)),
  'flags-forbidden': serving(many, failing('forbidden', false)),
  'flags-old-server': serving(many, { source: 'all', unreadable: 2, hasWebApp: false }),
  'flags-huge': serving((nowMs) => sampleFlags(10_000, nowMs)),
  'flags-hostile': serving(
    (nowMs) =>
      [0, 1, 2].map((index) =>
        sampleFlag(index, nowMs, {
          key: index === 0 ? 'k'.repeat(400) : `<b>bold</b>](command:x)-${index}`,
          name: hostileName,
          ownerName: hostileName.slice(0, 120),
          tags: [hostileName, '<img src=x onerror="window.hacked=1">'],
          variants: ['control', hostileName].map((key) => ({ key, name: undefined, rolloutPercent: 50 })),
          experimentIds: [311],
        }),
      ),
    { projectName: hostileName },
  ),
};
