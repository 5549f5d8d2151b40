import type { Logger } from '../logger';
import { createApiCaller } from './caller';
import { PostHogClient } from './client';
import { limitConcurrency } from './limitConcurrency';
import { logExchanges } from './logExchanges';
import { retryReads } from './retryReads';
import { shareRequests } from './shareRequests';
import type { Transport } from './transport';

/** Two lists and a panel side by side; a table of many metrics still leaves PostHog time to breathe. */
const maxExchanges = 4;

/**
 * A client that treats a transport with care. From the outside in: identical reads are one, a read that failed is
 * tried again, and each exchange by itself takes one of the few places; who waits for the next try takes none.
 */
export function createClient(transport: Transport, logger: Logger): PostHogClient {
  const exchanges = limitConcurrency(logExchanges(transport, logger), maxExchanges);
  return new PostHogClient(createApiCaller(shareRequests(retryReads(exchanges))));
}
