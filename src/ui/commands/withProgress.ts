import { ProgressLocation, window } from 'vscode';
import { viewId } from '../ids';

/** Shows that a write is under way: in the status bar and on the view. */
export function withProgress<T>(title: string, work: () => Promise<T>): Promise<T> {
  return Promise.resolve(
    window.withProgress({ location: ProgressLocation.Window, title }, () =>
      window.withProgress({ location: { viewId } }, work),
    ),
  );
}
