/**
 * Thrown by a command that is not done for a reason the person should know, which is no failure: it is told without a
 * way to the log, and who called the command gets it as `{ refused }`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** What a command resolves to that was not done. */
export interface Refused {
  /** The sentence that the person was told. */
  readonly refused: string;
}
