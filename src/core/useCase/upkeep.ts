import { inBackground } from '../inBackground';
import type { Logger } from '../logger';
import type { Session } from '../session';
import { lastLoaded } from '../store/resource';
import { BackgroundLedger, listEveryMs } from './backgroundLedger';
import { listRequests, refreshExperiments } from './refreshExperiments';
import { refreshVerdicts } from './refreshVerdicts';

/** The clock of the host. */
export interface Timers {
  every(spanMs: number, work: () => void): { stop(): void };
}

const minuteMs = 60_000;
/** A list this old is read again when it comes on screen. */
const oldWhenShownMs = 5 * minuteMs;

/**
 * What goes on by itself while the experiments of a session are on screen: reading the list again, reading verdicts,
 * and a beat every minute for the ages. Once they are hidden all of it ends, what is under way too.
 */
export class Upkeep {
  readonly #ledger = new BackgroundLedger();
  #shown: { readonly abort: AbortController; stop(): void } | undefined;
  #isReading = false;

  constructor(
    private readonly session: Session,
    private readonly options: {
      readonly timers: Timers;
      readonly logger: Logger;
      readonly onMinute: () => void;
    },
  ) {}

  show(): void {
    if (this.#shown) return;
    const { store } = this.session;
    let { list } = store.state;
    const unsubscribe = store.subscribe(() => {
      const before = list;
      ({ list } = store.state);
      if (before.state === 'loading' && list.state === 'ready') this.#readVerdicts();
    });
    const timer = this.options.timers.every(minuteMs, () => this.#beat());
    const stop = () => {
      unsubscribe();
      timer.stop();
    };
    this.#shown = { abort: new AbortController(), stop };
    if (!this.#readListIfOlder(oldWhenShownMs)) this.#readVerdicts();
  }

  hide(): void {
    this.#shown?.stop();
    this.#shown?.abort.abort();
    this.#shown = undefined;
  }

  #beat(): void {
    this.options.onMinute();
    const every = listEveryMs(listRequests(this.session.store.state));
    if (!this.#readListIfOlder(every)) this.#readVerdicts();
  }

  /** Verdicts follow when the list is there. */
  #readListIfOlder(spanMs: number): boolean {
    const { list } = this.session.store.state;
    const loaded = lastLoaded(list);
    // Without any, somebody is reading it, or it failed and the row of the failure offers to retry.
    if (!loaded || list.state === 'loading' || this.session.now() - loaded.loadedMs < spanMs) return false;
    this.#run((signal) => refreshExperiments(this.session, signal), 'Refreshing the experiments');
    return true;
  }

  /** A round takes what is due and affordable, which is nothing most of the time. */
  #readVerdicts(): void {
    if (this.#isReading || this.session.store.state.list.state !== 'ready') return;
    this.#isReading = true;
    this.#run(
      (signal) =>
        refreshVerdicts(this.session, this.#ledger, signal).finally(() => {
          this.#isReading = false;
        }),
      'Reading verdicts',
    );
  }

  #run(work: (signal: AbortSignal) => Promise<void>, what: string): void {
    if (this.#shown) inBackground(work(this.#shown.abort.signal), what, this.options.logger);
  }
}
