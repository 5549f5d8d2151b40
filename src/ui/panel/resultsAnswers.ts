import * as v from 'valibot';
import type { Session } from '../../core/session';
import { revealEarlyResults } from '../../core/useCase/earlyResults';
import { loadVerdict } from '../../core/useCase/loadVerdict';
import { readMetrics } from '../../core/useCase/readMetrics';
import type { Outcome } from '../../shared/panelProtocol';
import { answering, isFresh, type PageAnswers } from './panelPage';

const resultsParams = v.strictObject({
  fresh: v.boolean(),
  metricKey: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))),
});

/** What the page of an experiment asks about its results. */
export function resultsAnswers(experimentId: number): Pick<PageAnswers<'experiment'>, 'results' | 'reveal'> {
  return {
    results: answering(resultsParams, (session, params, signal) =>
      readResults(session, experimentId, params, signal),
    ),
    reveal: answering(v.strictObject({}), async (session) => {
      revealEarlyResults(session, experimentId);
      return { kind: 'done' };
    }),
  };
}

/** May take minutes. A page that waits no longer has PostHog end what it computes. */
async function readResults(
  session: Session,
  id: number,
  { fresh, metricKey }: v.InferOutput<typeof resultsParams>,
  signal: AbortSignal,
): Promise<Outcome> {
  const begunMs = session.now();
  if (metricKey !== undefined) {
    await readMetrics(session, id, { what: { key: metricKey } }, signal);
    return { kind: 'done' };
  }
  if (fresh || !isFresh(session, session.store.state.verdicts.get(id)))
    await loadVerdict(session, id, signal);
  await readMetrics(session, id, { what: fresh ? { readBeforeMs: begunMs } : 'missing' }, signal);
  return { kind: 'done' };
}
