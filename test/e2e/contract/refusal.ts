import assert from 'node:assert/strict';
import type { Answer } from './client';

export interface Refusal {
  readonly type: string;
  readonly code: string;
  readonly detail: string;
  readonly attr: string | null;
}

/** What an answer that says no has to say. Keys left out are not looked at. */
export interface ExpectedRefusal {
  readonly status?: number;
  readonly type?: string;
  readonly code?: string;
  /** Exactly these words, or words like these. */
  readonly detail?: string | RegExp;
  readonly attr?: string | null;
}

/** The standard envelope: four keys, a fifth (`extra`) at most. */
export function assertRefused(answer: Answer<unknown>, expected: ExpectedRefusal): void {
  const { status = 400, type = typeOf(status), code, detail, attr } = expected;
  assert.equal(answer.status, status, answer.text.slice(0, 500));
  const refusal = answer.body as Refusal;
  const { extra: _, ...standard } = refusal as Refusal & { readonly extra?: unknown };
  assert.deepEqual(Object.keys(standard).toSorted(), ['attr', 'code', 'detail', 'type']);
  assert.equal(refusal.type, type);
  if (detail instanceof RegExp) assert.match(refusal.detail, detail);
  else if (detail !== undefined) assert.equal(refusal.detail, detail);
  if (code !== undefined) assert.equal(refusal.code, code);
  if (attr !== undefined) assert.equal(refusal.attr, attr);
}

function typeOf(status: number): string {
  if (status === 400) return 'validation_error';
  if (status === 401 || status === 403) return 'authentication_error';
  if (status === 429) return 'throttled_error';
  return status >= 500 ? 'server_error' : 'invalid_request';
}
