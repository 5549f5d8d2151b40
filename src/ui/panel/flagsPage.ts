import * as v from 'valibot';
import { flagUrl } from '../../core/experiment/webLinks';
import { flagQueryOf, flagsNeeded, toFlagsView } from '../../core/panelView/flagsView';
import type { Session } from '../../core/session';
import { knownExperiments } from '../../core/store/knownExperiments';
import { lastLoaded } from '../../core/store/resource';
import { loadFlags, readingOf } from '../../core/useCase/loadFlags';
import type { FlagOwner, FlagsPanelState, FlagsView } from '../../shared/panelFlags';
import type { FlagAction, FlagsDemand, Outcome } from '../../shared/panelProtocol';
import { describeError } from '../messages';
import { flagsWanted } from './flagsWanted';
import { answering, isFresh, type PanelDoors, type PanelPage } from './panelPage';

/** More flags than this are read again only when somebody asks for it. */
const renewedAtMost = 100;

const showParams = v.strictObject({ wanted: flagsWanted, read: v.picklist(['page', 'more', 'all']) });
const flagKey = v.pipe(v.string(), v.maxLength(400));
const actParams = v.variant('action', [
  v.strictObject({ action: v.literal('useInExperiment'), flagKey }),
  v.strictObject({ action: v.literal('copyKey'), flagKey }),
  v.strictObject({ action: v.literal('openInPostHog'), flagId: v.number() }),
  v.strictObject({ action: v.literal('openExperiment'), experimentId: v.number() }),
]);

/** The page of the flags that an experiment can be made on. */
export function createFlagsPage(first: FlagsPanelState, doors: PanelDoors): PanelPage<'flags'> {
  let state = first;
  const owners = new Map<number, FlagOwner>();

  function flagsRead(session: Session): number {
    return lastLoaded(readingOf(session, flagQueryOf(state.wanted)))?.value.flags.length ?? 0;
  }

  async function read(session: Session, fresh: boolean, signal: AbortSignal): Promise<void> {
    const query = flagQueryOf(state.wanted);
    const known = flagsRead(session);
    const isOld = known <= renewedAtMost && !isFresh(session, readingOf(session, query));
    const atLeast = Math.max(flagsNeeded(state.wanted), fresh ? known : 0);
    await loadFlags(session, query, { atLeast, fresh: fresh || isOld }, signal);
  }

  function view(session: Session): FlagsView {
    const { state: store } = session.store;
    const reading = readingOf(session, flagQueryOf(state.wanted));
    for (const { ownerId: id, ownerName: name } of lastLoaded(reading)?.value.flags ?? [])
      if (id !== undefined && name !== undefined) owners.set(id, { id, name });
    return toFlagsView(
      state,
      {
        projectName: store.projectName,
        reading,
        experimentNames: new Map(knownExperiments(store).map(({ id, name }) => [id, name])),
        owners: [...owners.values()],
      },
      { hasWebApp: session.webUrl !== undefined, describeError },
    );
  }

  async function show(
    session: Session,
    { wanted, read: demand }: v.InferOutput<typeof showParams>,
    signal: AbortSignal,
  ): Promise<FlagsView> {
    state = { ...state, wanted };
    const atLeast = neededFor(demand, session);
    await loadFlags(session, flagQueryOf(wanted), { atLeast, fresh: false }, signal);
    return view(session);
  }

  function neededFor(demand: FlagsDemand, session: Session): number {
    switch (demand) {
      case 'page':
        return flagsNeeded(state.wanted);
      case 'more':
        return flagsRead(session) + 1;
      case 'all':
        return Number.POSITIVE_INFINITY;
    }
  }

  async function act(session: Session, params: FlagAction): Promise<Outcome> {
    switch (params.action) {
      case 'useInExperiment': {
        const outcome = await doors.run('createExperiment', { existingFlagKey: params.flagKey });
        // The row has an experiment now.
        if (outcome.kind === 'done') await read(session, true, session.signal);
        return outcome;
      }
      case 'openExperiment':
        return doors.run('openExperiment', { id: params.experimentId });
      case 'copyKey':
        await doors.copy(params.flagKey);
        return { kind: 'done' };
      case 'openInPostHog': {
        const url = flagUrl(session, params.flagId);
        if (url === undefined) return { kind: 'refused', reason: 'Sample data has no page in PostHog.' };
        await doors.open(url);
        return { kind: 'done' };
      }
    }
  }

  return {
    get state() {
      return state;
    },
    read,
    view,
    title: () => 'Eligible Flags',
    answers: { show: answering(showParams, show), act: answering(actParams, act) },
  };
}
