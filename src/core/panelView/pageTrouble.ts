import type { Trouble } from '../../shared/panelView';
import type { PostHogError } from '../api/errors';
import { lastLoaded, type Resource } from '../store/resource';

/**
 * What a page says when what it shows could not be read, or was not read to the end.
 * @param noun what the page shows, for example `The experiment`
 */
export function pageTrouble(
  resource: Resource<unknown> | undefined,
  noun: string,
  describeError: (error: PostHogError) => string,
): Trouble | undefined {
  switch (resource?.state) {
    case 'ready':
    case 'loading':
      return undefined;
    case 'failed':
      return {
        title: lastLoaded(resource) ? 'What you see may be out of date.' : `${noun} could not be read.`,
        sentence: describeError(resource.error),
        remedy: 'retry',
      };
    case 'idle':
    case undefined:
      // Nobody reads it any more: without a way on, the page would wait for ever.
      return { title: `${noun} could not be read.`, sentence: 'The reading was cancelled.', remedy: 'retry' };
  }
}
