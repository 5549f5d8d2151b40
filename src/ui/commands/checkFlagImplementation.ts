import { window } from 'vscode';
import { implementationText } from '../../core/experiment/implementationText';
import { inertText } from '../../core/experiment/inertText';
import { checkImplementation } from '../../core/useCase/checkImplementation';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickToChange } from './pickExperiment';
import { Refusal } from './refusal';
import { withProgress } from './withProgress';

/**
 * Asks PostHog whether events carry feature flags. Resolves to `{ id, flagsSeen }`, to undefined when it was cancelled,
 * or to `{ refused }` when there is nothing to look at or nobody who looks.
 */
export const checkFlagImplementation: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  // The metrics must be those of now.
  const experiment = session && (await pickToChange(session, argument, 'Check Flag Implementation'));
  if (!experiment) return undefined;
  const { id, name, flagKey } = experiment;
  const check = await withProgress('Looking at events…', () => checkImplementation(session, experiment));
  const sentence = `“${inertText(name)}”: ${implementationText(check, flagKey)}`;
  if (check.kind === 'noEvents' || check.kind === 'retired') throw new Refusal(sentence);
  const flagsSeen = check.kind === 'flagsSeen';
  void (flagsSeen ? window.showInformationMessage(sentence) : window.showWarningMessage(sentence));
  return { id, flagsSeen };
};
