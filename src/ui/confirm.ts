import { window } from 'vscode';

export interface Question {
  /** What is about to happen, as a question. */
  readonly message: string;
  /** What will change, and whom it affects. */
  readonly detail: string;
  /** The button that does it. */
  readonly action: string;
}

/** Asks before a write; resolves to whether the person agreed. */
export type Confirm = (question: Question) => Promise<boolean>;

export const confirmInDialog: Confirm = async ({ message, detail, action }) =>
  (await window.showInformationMessage(message, { modal: true, detail }, action)) === action;
