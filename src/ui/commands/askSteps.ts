import { type InputBox, type QuickPick, QuickInputButtons, type QuickPickItem, window } from 'vscode';
import { sleep } from '../../core/api/sleep';
import type { Answers, CurrentStep, Step, StepWalk } from '../../core/dialog/stepWalk';
import { isAbort } from '../../core/isAbort';

/** A line to type. */
export interface TextStep<N extends string> extends Step<N> {
  prompt(answers: Answers<N>): string;
  readonly placeHolder?: string;
  readonly password?: boolean;
  /** Why the text cannot be taken, shown while typing. */
  problem(text: string): string | undefined;
}

/** A choice; the answer is the value of a row. */
export interface PickStep<N extends string> extends Step<N> {
  readonly placeHolder: string;
  readonly rows: readonly PickRow[];
}

/** A choice among more than can be listed: what is typed is looked for. */
export interface SearchStep<N extends string> extends Step<N> {
  readonly placeHolder: string;
  /** Rejects with nothing but the reason of the signal. */
  search(text: string, signal: AbortSignal): Promise<readonly PickRow[]>;
}

/** Without a value it is there to be read, not chosen. */
export type PickRow = QuickPickItem & { readonly value?: string };
export type AskedStep<N extends string> = TextStep<N> | PickStep<N> | SearchStep<N>;

/** Who types on wants no answer to what was typed so far. */
const typingPauseMs = 200;

/** What the user did with one question; undefined when they left. */
type Outcome = { readonly kind: 'accept' | 'back'; readonly text: string } | undefined;

/** Asks what the walk has left to ask. Resolves to the answers, or undefined when the user leaves. */
export async function askSteps<N extends string>(
  title: string,
  walk: StepWalk<N, AskedStep<N>>,
): Promise<Answers<N> | undefined> {
  for (let { current } = walk; current !== undefined; { current } = walk) {
    const outcome = await ask(title, current);
    if (outcome === undefined) return undefined;
    walk[outcome.kind](outcome.text);
  }
  return walk.answers;
}

function ask<N extends string>(title: string, current: CurrentStep<N, AskedStep<N>>): Promise<Outcome> {
  const { step } = current;
  if ('rows' in step) return pickRow(title, current, step);
  return 'search' in step ? searchRow(title, current, step) : typeLine(title, current, step);
}

function typeLine<N extends string>(
  title: string,
  current: CurrentStep<N, AskedStep<N>>,
  step: TextStep<N>,
): Promise<Outcome> {
  const box = window.createInputBox();
  box.value = current.text;
  box.prompt = step.prompt(current.answers);
  box.placeholder = step.placeHolder;
  box.password = step.password ?? false;
  box.onDidChangeValue((text) => (box.validationMessage = step.problem(text.trim())));
  return show(box, title, current, () => {
    const text = box.value.trim();
    box.validationMessage = step.problem(text);
    return box.validationMessage === undefined ? text : undefined;
  });
}

function pickRow<N extends string>(
  title: string,
  current: CurrentStep<N, AskedStep<N>>,
  step: PickStep<N>,
): Promise<Outcome> {
  const pick = window.createQuickPick<PickRow>();
  pick.items = step.rows;
  pick.placeholder = step.placeHolder;
  pick.activeItems = step.rows.filter(({ value }) => value === current.text);
  return show(pick, title, current, () => pick.activeItems[0]?.value);
}

function searchRow<N extends string>(
  title: string,
  current: CurrentStep<N, AskedStep<N>>,
  step: SearchStep<N>,
): Promise<Outcome> {
  const pick = window.createQuickPick<PickRow>();
  pick.placeholder = step.placeHolder;
  let asking = new AbortController();
  const search = async (text: string) => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    pick.busy = true;
    // Until the answer comes nothing is on offer that does not fit: Enter would take it.
    pick.items = pick.items.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
    await sleep(text === '' ? 0 : typingPauseMs, signal);
    const rows = await step.search(text, signal);
    if (signal.aborted) return;
    // PostHog found them, by more than what the row says.
    pick.items = rows.map((row) => ({ ...row, alwaysShow: true }));
    const chosen = pick.items.filter(({ value }) => value === current.text);
    if (chosen.length > 0) pick.activeItems = chosen;
    pick.busy = false;
  };
  const quietly = (text: string) => void search(text.trim()).catch(rethrowUnlessAbort);
  pick.onDidChangeValue(quietly);
  quietly('');
  return show(pick, title, current, () => pick.activeItems[0]?.value).finally(() => asking.abort());
}

function rethrowUnlessAbort(error: unknown): void {
  if (!isAbort(error)) throw error;
}

/** @param answer what is accepted, undefined when it cannot be */
function show<N extends string>(
  input: InputBox | QuickPick<PickRow>,
  title: string,
  { number, count }: CurrentStep<N, AskedStep<N>>,
  answer: () => string | undefined,
): Promise<Outcome> {
  input.title = title;
  input.ignoreFocusOut = true;
  if (count > 1) {
    input.step = number;
    input.totalSteps = count;
  }
  if (number > 1) input.buttons = [QuickInputButtons.Back];
  return new Promise<Outcome>((resolve) => {
    input.onDidAccept(() => {
      const text = answer();
      if (text !== undefined) resolve({ kind: 'accept', text });
    });
    input.onDidTriggerButton(() => {
      resolve({
        kind: 'back',
        text: 'activeItems' in input ? (input.activeItems[0]?.value ?? '') : input.value,
      });
    });
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}
