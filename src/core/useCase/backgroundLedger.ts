const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * What an hour of looking at the experiments may cost with nobody touching anything is 60 requests: one for the name
 * of the project, so many for verdicts at least, and the rest for lists.
 */
const leastForVerdicts = 29;
const forLists = 30;
/** A round is over while somebody waits for it, and leaves the server to others. */
const perRound = 20;
const listsAtMostEveryMs = 15 * minuteMs;
const restMs = 15 * minuteMs;

/** How often the list may be read that takes so many requests: a quarter of an hour, less often where it is long. */
export function listEveryMs(listRequests: number): number {
  // One reading at each end of the hour.
  const spans = Math.floor(forLists / listRequests) - 1;
  if (spans < 1) return Math.max(hourMs + minuteMs, (hourMs * listRequests) / forLists);
  return Math.max(listsAtMostEveryMs, hourMs / spans);
}

/** What was asked of PostHog for verdicts without anybody telling to. One for each session. */
export class BackgroundLedger {
  #spent: readonly { readonly timeMs: number; readonly requests: number }[] = [];
  /** When the verdict of an experiment was last asked for, whatever came of it. */
  readonly triedMs = new Map<number, number>();
  #resumeMs = -Infinity;

  spend(requests: number, nowMs: number): void {
    this.#spent = [...this.#ofLastHour(nowMs), { timeMs: nowMs, requests }];
  }

  /** After a failure that every request would meet: nothing for a quarter of an hour, or as long as PostHog asks. */
  rest(askedSeconds: number | undefined, nowMs: number): void {
    this.#resumeMs = nowMs + Math.max(restMs, 1_000 * (askedSeconds ?? 0));
  }

  /** How many requests a round of verdicts may make now. @param listRequests what reading the list takes */
  allowance(listRequests: number, nowMs: number): number {
    if (nowMs < this.#resumeMs) return 0;
    const spent = this.#ofLastHour(nowMs).reduce((total, { requests }) => total + requests, 0);
    const lists = (hourMs / listsAtMostEveryMs + 1) * listRequests;
    const share = Math.max(leastForVerdicts, leastForVerdicts + forLists - lists);
    return Math.max(0, Math.min(perRound, share - spent));
  }

  #ofLastHour(nowMs: number) {
    return this.#spent.filter(({ timeMs }) => nowMs - timeMs <= hourMs);
  }
}
