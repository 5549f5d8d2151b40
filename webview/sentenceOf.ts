/** What went wrong, in words for a person: the host sends sentences. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
