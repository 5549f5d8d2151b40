import { window } from 'vscode';
import type { CommandHandler } from './commandContext';

/** Shows a made-up project that lives in this window, so that everything can be tried without an account. */
export const useSampleData: CommandHandler = async ({ sessions, confirm }) => {
  const { accounts } = sessions;
  const account = await accounts.current();
  if (account?.source === 'environment') {
    void window.showInformationMessage(
      'The environment signs in (POSTHOG_PERSONAL_API_KEY). Unset it to use the sample data.',
    );
    return;
  }
  if (account?.source === 'key') {
    const agreed = await confirm({
      message: 'Sign out and use the sample data?',
      detail: `The stored API key of ${account.label} is forgotten. Nothing changes in PostHog.`,
      action: 'Use Sample Data',
    });
    if (!agreed) return;
  }
  await accounts.add(
    { id: 'sample', source: 'sample', host: undefined, label: 'Sample data', project: undefined },
    undefined,
  );
};
