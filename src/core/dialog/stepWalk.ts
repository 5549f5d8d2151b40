export type Answers<N extends string> = { readonly [K in N]?: string };

/** One question of several, whatever draws it. Its answer is a text. */
export interface Step<N extends string> {
  readonly name: N;
  /** What is proposed, given the answers to the steps before. */
  propose(answers: Answers<N>): string;
  /** Whether it is asked at all, given the answers to the steps before. Without it, always. */
  applies?(answers: Answers<N>): boolean;
}

export interface CurrentStep<N extends string, S extends Step<N>> {
  readonly step: S;
  /** What stands there at first: what was entered before, else what is proposed. */
  readonly text: string;
  /** To the steps before. */
  readonly answers: Answers<N>;
  /** From 1. */
  readonly number: number;
  /** As far as the answers tell by now. */
  readonly count: number;
}

interface Entry {
  readonly text: string;
  /** What was proposed when it was entered: while the two are equal nobody has chosen it. */
  readonly proposed: string;
}

/**
 * The way through questions that build on each other. Nothing that was entered is lost by going back and forth; a
 * proposal that was taken as it stood follows the answers it was made from.
 */
export class StepWalk<N extends string, S extends Step<N>> {
  readonly #entries = new Map<N, Entry>();
  /** How many are answered, counted along the way the answers give. */
  #answered = 0;

  constructor(private readonly steps: readonly S[]) {}

  /** Undefined when all are answered. */
  get current(): CurrentStep<N, S> | undefined {
    const { way, answers } = this.#follow(this.#answered);
    const step = way[this.#answered];
    return (
      step && {
        step,
        text: this.#text(step, answers),
        answers,
        number: this.#answered + 1,
        count: way.length,
      }
    );
  }

  get answers(): Answers<N> {
    return this.#follow(this.#answered).answers;
  }

  accept(text: string): void {
    this.#enter(text);
    this.#answered++;
  }

  /** To the step before; what stands in this one stays there, finished or not. */
  back(text: string): void {
    this.#enter(text);
    this.#answered = Math.max(0, this.#answered - 1);
  }

  /** To the last question, with everything as it was entered. */
  reopen(): void {
    this.#answered = Math.max(0, this.#follow(Infinity).way.length - 1);
  }

  #enter(text: string): void {
    const { way, answers } = this.#follow(this.#answered);
    const step = way[this.#answered];
    if (step) this.#entries.set(step.name, { text, proposed: step.propose(answers) });
  }

  #text(step: S, answers: Answers<N>): string {
    const entry = this.#entries.get(step.name);
    return entry === undefined || entry.text === entry.proposed ? step.propose(answers) : entry.text;
  }

  /** The steps that apply, and the answers to the first so many of them. */
  #follow(answered: number): { readonly way: readonly S[]; readonly answers: Answers<N> } {
    const way: S[] = [];
    const known: { [K in N]?: string } = {};
    let answers: Answers<N> = {};
    for (const step of this.steps) {
      if (step.applies && !step.applies(known)) continue;
      way.push(step);
      const entry = this.#entries.get(step.name);
      if (entry) known[step.name] = entry.text;
      if (way.length <= answered) answers = { ...known };
    }
    return { way, answers };
  }
}
