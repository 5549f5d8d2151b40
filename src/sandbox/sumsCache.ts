import type { Behaviour } from './behaviour';
import { dailyExposures, type ExposureTable } from './dailyExposures';
import { type Counting, dailySums, type SumsTable } from './dailySums';
import type { Traffic } from './population';

/** Tables kept at most: enough for a large experiment's metrics twice over, some tens of megabytes at worst. */
const capacity = 60;

/** Keeps what was last worked out from the visitors: everything that decides it is in the key. */
export class SumsCache {
  /** Number of passes over an experiment's visitors so far. */
  passes = 0;
  private readonly kept = new Map<string, unknown>();

  sums(
    traffic: Traffic,
    untilMs: number,
    behaviour: Behaviour,
    metricKey: string,
    counting: Counting,
  ): SumsTable {
    return this.recall([traffic, untilMs, behaviour, metricKey, counting], () =>
      dailySums(traffic, untilMs, behaviour, metricKey, counting),
    );
  }

  exposures(traffic: Traffic, untilMs: number, keepsMultiple: boolean): ExposureTable {
    return this.recall([traffic, untilMs, keepsMultiple], () =>
      dailyExposures(traffic, untilMs, keepsMultiple),
    );
  }

  private recall<T>(parts: readonly unknown[], compute: () => T): T {
    const key = JSON.stringify(parts);
    const found = this.kept.get(key) as T | undefined;
    if (found === undefined) this.passes++;
    const value = found ?? compute();
    this.kept.delete(key);
    this.kept.set(key, value);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= capacity) break;
      this.kept.delete(oldest);
    }
    return value;
  }
}
