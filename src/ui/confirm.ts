import { window } from 'vscode';
import type { Question } from '../core/dialog/question';

/** Asks before a write; resolves to whether the person agreed. */
export type Confirm = (question: Question) => Promise<boolean>;

export const confirmInDialog: Confirm = async ({ message, detail, action }) =>
  (await window.showInformationMessage(message, { modal: true, detail }, action)) === action;
