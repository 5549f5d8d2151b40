/** What a person is asked before a write. */
export interface Question {
  /** What is about to happen, as a question. */
  readonly message: string;
  /** What will change, and whom it affects. */
  readonly detail: string;
  /** The button that does it. */
  readonly action: string;
  /** Something is lost by it, perhaps for good. */
  readonly isGrave?: true;
}
