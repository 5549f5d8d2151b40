import type { PostHogErrorKind } from '../api/errors';
import { findAttention } from '../experiment/attention';
import { byRecency } from '../experiment/recency';
import type { Experiment } from '../model/experiment';
import type { Session } from '../session';
import { knownExperiments } from '../store/knownExperiments';
import { lastLoaded } from '../store/resource';
import type { BackgroundLedger } from './backgroundLedger';
import { loadVerdict, worstCost } from './loadVerdict';
import { listRequests } from './refreshExperiments';

/** PostHog computes once a night. */
const dueAfterMs = 3_600_000;
const atOnce = 3;

/** Failures that the next experiment would meet as well. */
const hopeless: ReadonlySet<PostHogErrorKind> = new Set([
  'rateLimited',
  'unauthorized',
  'offline',
  'timeout',
  'certificate',
  'proxy',
]);

/**
 * One round of reading the verdicts of running experiments, as far as the ledger allows. Lists carry no results, so
 * that each costs a request or more. Failures stand in the store, and one that all would meet ends the round.
 */
export async function refreshVerdicts(
  session: Session,
  ledger: BackgroundLedger,
  signal: AbortSignal,
): Promise<void> {
  const due = findDue(session, ledger);
  let left = ledger.allowance(listRequests(session.store.state), session.now());
  const readOneByOne = async () => {
    for (let id = due.at(0); id !== undefined; id = due.at(0)) {
      const cost = worstCost(session, id);
      if (cost > left) return;
      due.shift();
      left -= cost;
      ledger.triedMs.set(id, session.now());
      const requests = await loadVerdict(session, id, signal).catch((error: unknown) => {
        // Cancelled: it may be asked for again, and what it took so far is not known.
        ledger.triedMs.delete(id);
        ledger.spend(cost, session.now());
        throw error;
      });
      ledger.spend(requests, session.now());
      left += cost - requests;
      const verdict = session.store.state.verdicts.get(id);
      if (verdict?.state === 'failed' && hopeless.has(verdict.error.kind)) {
        due.length = 0;
        ledger.rest(verdict.error.details.retryAfterSeconds, session.now());
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readOneByOne));
}

/**
 * Running experiments whose verdict is not known for an hour: those never asked for go first, what deserves a look
 * before the rest, then the most recent; the others in the order they were asked for, so that none is left out.
 */
function findDue(session: Session, { triedMs }: BackgroundLedger): number[] {
  const { verdicts } = session.store.state;
  const isDue = ({ id }: Experiment) => {
    const readMs = lastLoaded(verdicts.get(id))?.loadedMs ?? -Infinity;
    return session.now() - Math.max(readMs, triedMs.get(id) ?? -Infinity) >= dueAfterMs;
  };
  const lastMs = ({ id }: Experiment) => triedMs.get(id) ?? 0;
  const calm = (experiment: Experiment) => (findAttention(experiment) === undefined ? 1 : 0);
  return knownExperiments(session.store.state)
    .filter((experiment) => isRunning(experiment) && isDue(experiment))
    .toSorted((a, b) => lastMs(a) - lastMs(b) || calm(a) - calm(b) || byRecency(a, b))
    .map(({ id }) => id);
}

/** Results of the retired engine tell no change against a baseline. */
function isRunning({ status, archived, isLegacy }: Experiment): boolean {
  return (status === 'running' || status === 'exposure_frozen') && !archived && !isLegacy;
}
