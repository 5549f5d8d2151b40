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

/** What is over sooner would only make a notification flash. */
const patienceMs = 1_000;

/** The same for what may take long: after a moment a notification shows it too, and lets the user end it. */
export async function withCancel<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const leaving = new AbortController();
  const running = work(leaving.signal);
  const timer = setTimeout(() => {
    void window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (_progress, token) => {
        token.onCancellationRequested(() => leaving.abort());
        return running.catch(() => undefined);
      },
    );
  }, patienceMs);
  try {
    return await withProgress(title, () => running);
  } finally {
    clearTimeout(timer);
  }
}
