/** Things the page asks the host to do for a person, and what became of each. */
import type { Outcome } from '../../src/shared/panelProtocol';
import { element, setText } from '../dom';
import { createErrorNotice } from '../sections/notice';
import { sentenceOf } from '../sentenceOf';

export interface Errands {
  /** Where it says what was not done, and where it tells a screen reader what was. */
  readonly elements: readonly HTMLElement[];
  /**
   * Runs an errand unless the same is under way.
   * @param doneWords said when it was done
   */
  readonly run: (key: string, ask: () => Promise<Outcome>, doneWords: string) => void;
  /** Takes back what it says. */
  readonly clear: () => void;
}

export function createErrands(): Errands {
  const underWay = new Set<string>();
  const failure = createErrorNotice(() => failure.update(undefined));
  const announcement = element('p', { class: 'visually-hidden', role: 'status' });

  function clear(): void {
    failure.update(undefined);
    setText(announcement, '');
  }

  async function run(key: string, ask: () => Promise<Outcome>, doneWords: string): Promise<void> {
    if (underWay.has(key)) return;
    underWay.add(key);
    clear();
    try {
      const outcome = await ask();
      if (outcome.kind === 'refused') tell('That was not done.', outcome.reason);
      else setText(announcement, outcome.kind === 'done' ? doneWords : 'Cancelled.');
    } catch (error) {
      tell('That did not work.', sentenceOf(error));
    } finally {
      underWay.delete(key);
    }
  }

  function tell(title: string, detail: string): void {
    failure.update({ title, detail, action: 'Dismiss' });
  }

  return {
    elements: [failure.element, announcement],
    run: (key, ask, doneWords) => void run(key, ask, doneWords),
    clear,
  };
}
