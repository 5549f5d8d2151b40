/** One way in which an SDK is given the key of a flag. */
export interface SdkForm {
  /** The method, function, hook, component or struct. `()[]` behind a name is a look into what it returns. */
  readonly name: string;
  /** Where the key stands: places, or names of arguments, fields and attributes. The first that is given counts. */
  readonly slots: readonly (number | string)[];
  /**
   * `own`: nobody else calls it that. `shared`: others may; the receiver decides. `hook`: a function that is imported.
   * `snapshot`: a method of what {@link SdkForm.of} returns.
   */
  readonly strength: 'own' | 'shared' | 'hook' | 'snapshot';
  /** For a snapshot: calls that return one. */
  readonly of?: readonly string[];
  /** The argument is a list of keys, an object whose names are keys, or options with such objects in `bootstrap`. */
  readonly holds?: 'list' | 'names' | 'bootstrap';
  readonly isComponent?: true;
}

export function forms(
  strength: SdkForm['strength'],
  slots: SdkForm['slots'],
  names: string,
  more: Partial<SdkForm> = {},
): SdkForm[] {
  return names.split(/\s+/).map((name) => ({ name, slots, strength, ...more }));
}
