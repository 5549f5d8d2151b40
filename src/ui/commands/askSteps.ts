import { type Disposable, QuickInputButtons, window } from 'vscode';

export interface Step {
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly password?: boolean;
  /** What stands in the box at first, given the answers so far. */
  value(answers: readonly string[]): string;
  /** Why the text cannot be taken, shown while typing. */
  problem(text: string): string | undefined;
}

const back = Symbol('back');

/** Asks one line after another; the Back button keeps what was entered. Undefined when the user leaves. */
export async function askSteps(
  title: string,
  steps: readonly Step[],
): Promise<readonly string[] | undefined> {
  const answers: string[] = [];
  const entered: (string | undefined)[] = [];
  let at = 0;
  for (let step = steps[at]; step !== undefined; step = steps[at]) {
    const value = entered[at] ?? step.value(answers);
    const answer = await askStep(title, step, value, at, steps.length);
    if (answer === undefined) return undefined;
    if (answer === back) {
      answers.pop();
      at--;
    } else {
      // A later proposal follows from this answer: ask it anew when the answer changed.
      if (entered[at] !== answer) entered.length = at + 1;
      entered[at] = answer;
      answers.push(answer);
      at++;
    }
  }
  return answers;
}

function askStep(
  title: string,
  step: Step,
  value: string,
  index: number,
  count: number,
): Promise<string | typeof back | undefined> {
  const box = window.createInputBox();
  box.title = title;
  box.value = value;
  box.prompt = step.prompt;
  box.placeholder = step.placeHolder;
  box.password = step.password ?? false;
  box.ignoreFocusOut = true;
  if (count > 1) {
    box.step = index + 1;
    box.totalSteps = count;
  }
  if (index > 0) box.buttons = [QuickInputButtons.Back];
  const listeners: Disposable[] = [];
  const answer = new Promise<string | typeof back | undefined>((resolve) => {
    listeners.push(
      box.onDidChangeValue((text) => (box.validationMessage = step.problem(text.trim()))),
      box.onDidAccept(() => {
        const text = box.value.trim();
        box.validationMessage = step.problem(text);
        if (box.validationMessage === undefined) resolve(text);
      }),
      box.onDidTriggerButton(() => resolve(back)),
      box.onDidHide(() => resolve(undefined)),
    );
  });
  box.show();
  return answer.finally(() => {
    for (const listener of listeners) listener.dispose();
    box.dispose();
  });
}
