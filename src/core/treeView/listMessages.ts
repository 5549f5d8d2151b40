import { lastLoaded } from '../store/resource';
import type { State } from '../store/store';

/** Rows that say why there is nothing more, or what is wrong with what is below. */
export type ListMessage = 'loading' | 'restored' | 'failed' | 'signIn' | 'unreadable' | 'empty';

/** @param wasRead whether PostHog told a list since the editor started: before that, what is there is of the last time */
export function listMessages(list: State['list'], wasRead: boolean): readonly ListMessage[] {
  const loaded = lastLoaded(list)?.value;
  const messages: ListMessage[] = [];
  if (list.state === 'failed') messages.push('failed');
  // Trying again does not help a key that is not accepted.
  if (list.state === 'failed' && list.error.kind === 'unauthorized') messages.push('signIn');
  if (!loaded && list.state !== 'failed') messages.push('loading');
  if (loaded && list.state === 'loading' && !wasRead) messages.push('restored');
  if (loaded && loaded.unreadable > 0) messages.push('unreadable');
  if (loaded && loaded.experiments.length === 0) messages.push('empty');
  return messages;
}
