/** JSON of characters up to 255, which are one byte each where it is kept. */
export function narrowJson(value: unknown): string {
  return narrow(JSON.stringify(value));
}

export function narrow(json: string): string {
  if (!wide.test(json)) return json;
  return json.replace(allWide, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const wide = /[\u0100-\uffff]/;
const allWide = /[\u0100-\uffff]/g;
