import type { Logger } from '../logger';
import { PostHogError } from './errors';
import type { Transport } from './transport';

/** Reports each exchange in one line: method, path template, status or what went wrong, time and try. */
export function logExchanges(transport: Transport, logger: Logger, now: () => number = Date.now): Transport {
  return {
    async send(request, signal) {
      const startedMs = now();
      const log = (outcome: string | number) =>
        logger.debug(
          `${request.method} ${request.template} ${outcome} ${now() - startedMs} ms, try ${request.tryNumber ?? 1}`,
        );
      try {
        const response = await transport.send(request, signal);
        log(response.status);
        return response;
      } catch (error) {
        log(error instanceof PostHogError ? error.kind : 'failed');
        throw error;
      }
    },
  };
}
