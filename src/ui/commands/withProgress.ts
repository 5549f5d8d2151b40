import { ProgressLocation, window } from 'vscode';
import { viewId } from '../ids';

/** Shows that something is under way: in the status bar and on the view. */
export function withProgress<T>(title: string, work: () => Promise<T>): Promise<T> {
  return Promise.resolve(
    window.withProgress({ location: ProgressLocation.Window, title }, () =>
      window.withProgress({ location: { viewId } }, work),
    ),
  );
}

/** Shows in a notification that something may take long, and lets the user end it. */
export function withCancel<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const leaving = new AbortController();
  return Promise.resolve(
    window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (_progress, token) => {
        token.onCancellationRequested(() => leaving.abort());
        return work(leaving.signal);
      },
    ),
  );
}
