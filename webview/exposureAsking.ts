/** When the page has PostHog count the exposures: once for each reading of the experiment, and when a person says so. */
import type { ExposureDemand } from '../src/shared/panelExposures';
import { sentenceOf } from './sentenceOf';

export interface ExposureAsking {
  /** Asks unless it was asked for this reading of the experiment already. */
  readonly askFor: (loadedMs: number | undefined) => void;
  readonly ask: (demand: Exclude<ExposureDemand, 'if unknown'>) => void;
  /** Waits no longer: PostHog stops counting. */
  readonly stop: () => void;
  readonly isAsking: () => boolean;
  /** Why the host gave no answer; what PostHog answered is in the view. */
  readonly failure: () => string | undefined;
}

export function createExposureAsking(
  request: (demand: ExposureDemand, signal: AbortSignal) => Promise<unknown>,
  onChange: () => void,
): ExposureAsking {
  let askedForMs: number | undefined;
  let underWay: AbortController | undefined;
  let failure: string | undefined;

  async function attempt(demand: ExposureDemand): Promise<void> {
    underWay?.abort();
    const mine = new AbortController();
    underWay = mine;
    failure = undefined;
    onChange();
    try {
      await request(demand, mine.signal);
    } catch (error) {
      if (underWay === mine && !mine.signal.aborted) failure = sentenceOf(error);
    }
    if (underWay !== mine) return;
    underWay = undefined;
    onChange();
  }

  return {
    askFor(loadedMs) {
      if (loadedMs === undefined || loadedMs === askedForMs) return;
      askedForMs = loadedMs;
      if (!underWay) void attempt('if unknown');
    },
    ask: (demand) => void attempt(demand),
    stop: () => underWay?.abort(),
    isAsking: () => underWay !== undefined,
    failure: () => failure,
  };
}
