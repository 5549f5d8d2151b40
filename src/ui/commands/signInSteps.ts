import { normalizeHost, regions } from '../../core/account/host';
import { type Answers, StepWalk } from '../../core/dialog/stepWalk';
import type { AskedStep } from './askSteps';

/** What a key needs, in one sentence. */
export const neededScopes =
  'The key needs the scopes experiment:write (or experiment:read to look only), feature_flag:read, project:read and user:read.';

type Name = 'host' | 'address' | 'key';

const ownHost = 'own';

const steps: readonly AskedStep<Name>[] = [
  {
    name: 'host',
    placeHolder: 'Where is your PostHog?',
    propose: () => regions.us,
    rows: [
      { label: 'PostHog Cloud US', description: regions.us, value: regions.us },
      { label: 'PostHog Cloud EU', description: regions.eu, value: regions.eu },
      { label: 'My own host…', description: 'a self-hosted PostHog', value: ownHost },
    ],
  },
  {
    name: 'address',
    applies: ({ host }) => host === ownHost,
    prompt: () => 'Address of your PostHog. Any page of it will do.',
    placeHolder: 'https://posthog.example.com',
    propose: () => '',
    problem: (text) => (normalizeHost(text) === undefined ? 'This is no web address.' : undefined),
  },
  {
    name: 'key',
    prompt: (answers) => `Personal API key, from ${hostOf(answers)}/settings/user-api-keys. ${neededScopes}`,
    placeHolder: 'phx_…',
    password: true,
    propose: () => '',
    problem: keyProblem,
  },
];

/** The questions of a sign-in: host and key. */
export function signInWalk(): StepWalk<Name, AskedStep<Name>> {
  return new StepWalk(steps);
}

/** Origin of the host that was answered. */
export function hostOf({ host = '', address = '' }: Answers<Name>): string {
  return host === ownHost ? (normalizeHost(address) ?? '') : host;
}

function keyProblem(key: string): string | undefined {
  if (key === '') return 'Paste a personal API key.';
  if (/\s/.test(key)) return 'A key has no spaces.';
  if (key.startsWith('phc_'))
    return 'This is a project token for sending events. A personal API key starts with phx_.';
  return undefined;
}
