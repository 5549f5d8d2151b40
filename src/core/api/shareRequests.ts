import { Flights } from '../store/flights';
import { cancelledRequest } from './errors';
import type { Transport } from './transport';

/**
 * Reads of the same address that are under way share one exchange; it is cancelled when the last one that waits for
 * it leaves. Writes are never shared, and a read that begins after a write never joins one from before it.
 */
export function shareRequests(transport: Transport): Transport {
  let flights = new Flights();
  return {
    async send(request, signal) {
      if (request.method !== 'GET') {
        try {
          return await transport.send(request, signal);
        } finally {
          flights = new Flights();
        }
      }
      try {
        return await flights.join(request.path, (shared) => transport.send(request, shared), signal);
      } catch (error) {
        throw signal.aborted ? cancelledRequest(request) : error;
      }
    },
  };
}
