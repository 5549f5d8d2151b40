/** Whether a text is the number of something in PostHog, as a person types it: exact as a JavaScript number, too. */
export function isIdText(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text);
}
