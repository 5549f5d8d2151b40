import type { IndexReport, IndexRequest } from './indexMessages';

/** The way to an indexer, wherever it runs. */
export interface IndexLink {
  send(request: IndexRequest): void;
  dispose(): void;
}

/** Who listens to an indexer. */
export interface IndexListener {
  hear(report: IndexReport): void;
  /** It ended by itself: a fault of ours, or memory ran out. */
  fail(message: string): void;
}
