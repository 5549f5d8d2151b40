/** A cancellation is what somebody wanted, not an error to tell. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
