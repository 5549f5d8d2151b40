import { commands, window } from 'vscode';
import { inertText } from '../../core/experiment/inertText';
import type { ExperimentDetail } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { PostHogError } from '../../core/api/errors';
import { lastLoaded } from '../../core/store/resource';
import { commandIds } from '../ids';
import { describeError } from '../messages';
import type { Refused } from './refuse';

/** The flag keys that experiments of the project use. */
export function takenFlagKeys(session: Session): ReadonlySet<string> {
  const experiments = lastLoaded(session.store.state.list)?.value.experiments ?? [];
  return new Set(experiments.map(({ flagKey }) => flagKey));
}

/**
 * Asks, writes, and when PostHog refuses tells why and offers to ask again with everything as it was entered.
 * @param ask resolves to undefined when the user leaves; gets what was entered before
 */
export async function untilAccepted<T>(
  ask: (entered: T | undefined) => Promise<T | undefined>,
  write: (entered: T) => Promise<{ readonly id: number } | Refused | undefined>,
): Promise<{ readonly id: number } | Refused | undefined> {
  for (let entered = await ask(undefined); entered !== undefined; entered = await ask(entered)) {
    try {
      return await write(entered);
    } catch (error) {
      if (!(error instanceof PostHogError)) throw error;
      const again = 'Try Again';
      const sentence = describeError(error);
      if ((await window.showErrorMessage(sentence, again)) !== again) return { refused: sentence };
    }
  }
  return undefined;
}

/** Says what was made, and offers to open it. Does not wait for the answer. */
export function announceDraft(experiment: ExperimentDetail): void {
  const open = 'Open';
  void window
    .showInformationMessage(
      `Made the draft “${inertText(experiment.name)}” on the flag ${experiment.flagKey}.`,
      open,
    )
    .then((chosen) =>
      chosen === open ? commands.executeCommand(commandIds.openExperiment, { id: experiment.id }) : undefined,
    );
}
