/**
 * Control characters and those that override the direction of writing. They can make a name read as something it is
 * not, or rearrange the words around it.
 */
const misleading = /(?![\t\n])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Text of the server as it may stand on the screen: misleading characters show as `�`. */
export function displayText(text: string): string {
  return text.replace(misleading, '\uFFFD');
}
