/** The body of a 400 about input. */
export function invalidBody(detail: string, attr: string | null = null, code = 'invalid_input') {
  return { type: 'validation_error', code, detail, attr };
}
