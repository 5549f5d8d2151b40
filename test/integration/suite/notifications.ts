import { window } from 'vscode';

/** What the extension told its user, instead of the user. */
export interface Notifications {
  readonly told: string[];
  /** The button that is pressed on what comes next; none by itself. */
  answer: string | undefined;
  /** Gives the user their notifications back. */
  restore(): void;
}

const kinds = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;

/** Takes the place of VS Code's notifications for the extension, which shares its API object with the tests. */
export function hearNotifications(): Notifications {
  const before = kinds.map((kind) => [kind, window[kind]] as const);
  const heard: Notifications = {
    told: [],
    answer: undefined,
    restore: () => {
      for (const [kind, original] of before) Object.assign(window, { [kind]: original });
    },
  };
  const hear = async (message: string): Promise<string | undefined> => {
    heard.told.push(message);
    const { answer } = heard;
    heard.answer = undefined;
    return answer;
  };
  for (const kind of kinds) Object.assign(window, { [kind]: hear });
  return heard;
}
