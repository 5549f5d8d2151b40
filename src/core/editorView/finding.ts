/** What can be found wrong with code that reads flags. The names stand in settings, comments and docs/diagnostics.md. */
export const findingCodes = [
  'unknown-key',
  'variant-not-served',
  'variant-not-handled',
  'boolean-read',
  'experiment-ended',
  'flag-deleted',
  'draft-read',
  'flag-off',
  'read-before-load',
  'read-before-identify',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export type FindingSeverity = 'off' | 'hint' | 'information' | 'warning';

/** Calm: what makes results or pages wrong is told, what can wait is a hint. A test holds the manifest against it. */
export const defaultSeverities: Readonly<Record<FindingCode, FindingSeverity>> = {
  'unknown-key': 'information',
  'variant-not-served': 'information',
  'variant-not-handled': 'hint',
  'boolean-read': 'hint',
  'experiment-ended': 'hint',
  'flag-deleted': 'information',
  'draft-read': 'hint',
  'flag-off': 'information',
  'read-before-load': 'hint',
  'read-before-identify': 'hint',
};

/** Something about a place of the code. Offsets are UTF-16. */
export interface Finding {
  readonly code: FindingCode;
  readonly start: number;
  readonly end: number;
  /** Server text in it is inert. */
  readonly message: string;
  /** The flag it is about. */
  readonly key: string;
  /** What may have been meant, the nearest first: goes in place of [start, end). */
  readonly meant: readonly string[];
  /** The experiment that says more. */
  readonly experimentId: number | undefined;
}
