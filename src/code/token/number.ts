/** Where the number ends that begins with the digit at `start`. */
export function endOfNumber(text: string, start: number, to: number): number {
  let at = start + 1;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    const isPart = isDigit(code) || (code >= 65 && code < 91) || (code >= 97 && code < 123) || code === 95;
    // `1.method()` and `1..2` are no decimals.
    if (!isPart && !(code === 46 && isDigit(text.charCodeAt(at + 1)))) break;
  }
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code < 58;
}
