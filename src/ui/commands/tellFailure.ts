import { window } from 'vscode';
import { PostHogError } from '../../core/api/errors';
import { isAbort } from '../../core/isAbort';
import { describeError, describeFailure } from '../messages';
import type { CommandContext } from './commandContext';
import { Refusal, type Refused } from './refusal';

/** The one place where a failure of a command is told. Does not wait for the user to read it: who called goes on. */
export function tellFailure(
  context: Pick<CommandContext, 'logger' | 'showLog'>,
  name: string,
  error: unknown,
): Refused | undefined {
  if (isAbort(error)) return undefined;
  if (error instanceof Refusal) {
    void window.showWarningMessage(error.message);
    return { refused: error.message };
  }
  const isExpected = error instanceof PostHogError;
  context.logger.warn(`${name}: ${String(error)}`);
  const action = 'Show Log';
  const sentence = isExpected ? describeError(error) : describeFailure(name, error);
  void window.showErrorMessage(sentence, action).then((chosen) => {
    if (chosen === action) context.showLog();
  });
  return { refused: sentence };
}
