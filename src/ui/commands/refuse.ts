import { window } from 'vscode';

/** What a command resolves to that was not done, for whoever called it. */
export interface Refused {
  /** The sentence that the person was told. */
  readonly refused: string;
}

/** Tells the person why a command is not done. */
export function refuse(sentence: string): Refused {
  void window.showWarningMessage(sentence);
  return { refused: sentence };
}
