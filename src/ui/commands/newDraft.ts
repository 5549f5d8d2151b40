import { commands, window } from 'vscode';
import type { Question } from '../../core/dialog/question';
import type { StepWalk } from '../../core/dialog/stepWalk';
import type { FlagAtKey } from '../../core/experiment/draftQuestion';
import { inertText } from '../../core/experiment/inertText';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { knownExperiments } from '../../core/store/knownExperiments';
import { checkFlagKey } from '../../core/useCase/checkFlagKey';
import { type Draft, makeDraft } from '../../core/useCase/makeDraft';
import { commandIds } from '../ids';
import { describeError } from '../messages';
import { type AskedStep, askSteps } from './askSteps';
import type { CommandContext } from './commandContext';
import { offer, offerToOpen } from './offer';
import { problemOf } from './problemOf';
import { Refusal, type Refused } from './refusal';
import { withProgress } from './withProgress';

/** A draft that is to be made on a flag, once the person has agreed. */
export interface DraftPlan {
  readonly flagKey: string;
  /** The flag was chosen among those that exist; else it may exist or is made. */
  readonly onExistingFlag: boolean;
  /** What is wrong with the rest of the input. */
  readonly problem: string | undefined;
  /** Shown while PostHog makes it. */
  readonly title: string;
  question(found: FlagAtKey): Question;
  send(found: FlagAtKey): Promise<Experiment>;
}

/** What a command that makes drafts resolves to; undefined when the person left it. */
type Made = { readonly id: number } | Refused | undefined;

/** Made or possibly made, or the input needs another look: because of a problem, or because the person said no. */
type Attempt =
  | { readonly kind: 'over'; readonly result: Made }
  | { readonly kind: 'problem'; readonly problem: string }
  | { readonly kind: 'declined' };

/** The flag keys that experiments of the project use, as far as they are known. */
export function takenFlagKeys(session: Session): ReadonlySet<string> {
  return new Set(knownExperiments(session.store.state).map(({ flagKey }) => flagKey));
}

/**
 * Makes a draft that was given whole.
 * @throws Refusal when it cannot be made like that
 */
export async function makeGivenDraft(
  context: CommandContext,
  session: Session,
  plan: DraftPlan,
): Promise<Made> {
  const attempt = await attemptDraft(context, session, plan);
  if (attempt.kind === 'problem') throw new Refusal(`No draft was made. ${attempt.problem}`);
  return attempt.kind === 'over' ? attempt.result : undefined;
}

/** Asks for what a draft needs until it is made or the user leaves: a refusal or a no leads back with all that was entered. */
export async function askForDraft<N extends string>(
  context: CommandContext,
  session: Session,
  asked: {
    readonly title: string;
    readonly walk: StepWalk<N, AskedStep<N>>;
    readonly planOf: (answers: { readonly [K in N]?: string }) => DraftPlan;
  },
): Promise<Made> {
  const { title, walk, planOf } = asked;
  for (;;) {
    const answers = await askSteps(title, walk);
    if (!answers) return undefined;
    const attempt = await attemptDraft(context, session, planOf(answers)).catch(problemOf);
    if (attempt.kind === 'over') return attempt.result;
    const again = 'Try Again';
    if (attempt.kind === 'problem' && (await window.showErrorMessage(attempt.problem, again)) !== again) {
      return undefined;
    }
    walk.reopen();
  }
}

async function attemptDraft(context: CommandContext, session: Session, plan: DraftPlan): Promise<Attempt> {
  const { confirm, logger } = context;
  if (plan.problem !== undefined) return { kind: 'problem', problem: plan.problem };
  const found = await withProgress('Looking up the flag…', () => checkFlagKey(session, plan.flagKey));
  if (found.kind === 'obstacle') return { kind: 'problem', problem: found.obstacle };
  if (found.kind === 'free' && plan.onExistingFlag) {
    return { kind: 'problem', problem: `There is no feature flag ${plan.flagKey} any more.` };
  }
  if (!(await confirm(plan.question(found)))) return { kind: 'declined' };
  const draft = await withProgress(plan.title, () =>
    makeDraft(session, plan.flagKey, () => plan.send(found)),
  );
  announce(context, draft, plan.flagKey);
  if (draft.kind === 'unknown') return { kind: 'over', result: { refused: 'The draft may have been made.' } };
  logger.info(`Made experiment ${draft.experiment.id}`);
  return { kind: 'over', result: { id: draft.experiment.id } };
}

/** Says what was made, and offers to open it. Does not wait for the answer. */
function announce(context: CommandContext, draft: Draft, flagKey: string): void {
  if (draft.kind === 'unknown') {
    const refresh = 'Refresh';
    const sentence =
      `${describeError(draft.error)} The draft may have been made: ` +
      `see whether the list has one on the flag ${flagKey} before trying again.`;
    const run = () => commands.executeCommand(commandIds.refresh);
    offer(context, window.showWarningMessage(sentence, refresh), refresh, run);
    return;
  }
  const { id, name } = draft.experiment;
  const sentence = `Made the draft “${inertText(name)}” on the flag ${flagKey}.`;
  offerToOpen(
    context,
    draft.kind === 'found' ? `${sentence} PostHog’s answer was lost, but it is there.` : sentence,
    id,
  );
}
