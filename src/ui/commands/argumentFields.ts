/** What a command was called with, by name; nothing when that is no object. What is in it is still to be checked. */
export function argumentFields(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null ? { ...argument } : {};
}
