import assert from 'node:assert/strict';

/** The object has these members with these values, and may have more. */
export function assertHas(actual: object, expected: object): void {
  const members = new Map(Object.entries(actual));
  const found = Object.keys(expected).flatMap((key) => (members.has(key) ? [[key, members.get(key)]] : []));
  assert.deepEqual(Object.fromEntries(found), expected);
}
