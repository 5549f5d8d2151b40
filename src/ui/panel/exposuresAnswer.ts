import * as v from 'valibot';
import { loadExposures } from '../../core/useCase/loadExposures';
import { exposureDemands } from '../../shared/panelExposures';
import type { Outcome } from '../../shared/panelProtocol';
import { answering, isFresh, type PageAnswer } from './panelPage';

const params = v.strictObject({ demand: v.picklist(exposureDemands) });

/** Reads who was exposed. May take minutes: a page that waits no longer ends the counting in PostHog too. */
export function exposuresAnswer(experimentId: number): PageAnswer<Outcome> {
  return answering(params, async (session, { demand }, signal) => {
    const isKnown = isFresh(session, session.store.state.exposures.get(experimentId));
    if (demand !== 'if unknown' || !isKnown)
      await loadExposures(session, experimentId, signal, { anew: demand === 'anew' });
    return { kind: 'done' };
  });
}
