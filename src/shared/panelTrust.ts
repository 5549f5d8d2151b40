/** What the panel says of whether an experiment can be trusted: one chip a question. All text is untrusted. */

export interface TrustView {
  readonly chips: readonly ChipView[];
}

export interface ChipView {
  readonly id: 'sample' | 'split' | 'bias' | 'flag' | 'metrics' | 'code';
  readonly label: string;
  /** `waiting`: not known yet, or not so far. Nothing is `ok` by not being looked at. */
  readonly state: 'ok' | 'waiting' | 'warning';
  /** A few words, for example `matches rollout`. */
  readonly words: string;
  /** Sentences with the numbers behind it. */
  readonly lines: readonly string[];
  /** What to do now; undefined where there is nothing to do. */
  readonly nextStep: string | undefined;
}
