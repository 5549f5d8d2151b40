import { lastLoaded } from '../store/resource';
import type { State } from '../store/store';

/** Rows that say why there is nothing more, or what is wrong with what is below. */
export type ListMessage = 'loading' | 'failed' | 'signIn' | 'unreadable' | 'empty';

export function listMessages(list: State['list']): readonly ListMessage[] {
  const loaded = lastLoaded(list)?.value;
  const messages: ListMessage[] = [];
  if (list.state === 'failed') messages.push('failed');
  // Trying again does not help a key that is not accepted.
  if (list.state === 'failed' && list.error.kind === 'unauthorized') messages.push('signIn');
  if (!loaded && list.state !== 'failed') messages.push('loading');
  if (loaded && loaded.unreadable > 0) messages.push('unreadable');
  if (loaded && loaded.experiments.length === 0) messages.push('empty');
  return messages;
}
