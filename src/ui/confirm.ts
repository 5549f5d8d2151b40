import { window } from 'vscode';
import type { Question } from '../core/dialog/question';

/** Asks before a write; resolves to whether the person agreed. */
export type Confirm = (question: Question) => Promise<boolean>;

export const confirmInDialog: Confirm = async ({ message, detail, action, isGrave }) => {
  const options = { modal: true, detail };
  const answer = isGrave
    ? window.showWarningMessage(message, options, action)
    : window.showInformationMessage(message, options, action);
  return (await answer) === action;
};
