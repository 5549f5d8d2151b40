/**
 * What a reference is: `call` a literal at an SDK call, `wrapper` a literal at the project's own function around one,
 * `component` a markup attribute, `use` an identifier that stands for a key at a call, `definition` the literal of a
 * constant that holds a key, `dynamic` a read whose key only the running program knows.
 */
export type ReferenceKind = 'call' | 'wrapper' | 'component' | 'use' | 'definition' | 'dynamic';

/** One place where code names a flag. Offsets are UTF-16. */
export interface Reference {
  /** Undefined for `dynamic`. */
  readonly key: string | undefined;
  readonly kind: ReferenceKind;
  /** First character of the key between its quotes, or of the identifier or expression. */
  readonly start: number;
  readonly end: number;
  /** The function as written, dotted, without arguments: `posthog.getFeatureFlag`; undefined where nothing is called. */
  readonly call: string | undefined;
  /** The source of a dynamic key. */
  readonly text?: string;
}
