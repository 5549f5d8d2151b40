import { calledAt, findCall, findRead } from '../branch/read';
import type { Source } from '../branch/source';
import { findUse } from '../branch/use';
import { findMentions, findVariable } from '../branch/variable';
import type { Reference } from '../reference';
import { kinds } from '../token/tokens';

const payloadReads = /payload/i;
const access = new Set(['.', '?.', '->']);
const getters = new Set(['get', 'fetch', 'dig', 'getString', 'optString']);

/**
 * The flag whose payload has the field that is named at `start`: `payload.field`, `payload["field"]`,
 * `payload.get("field")`, of a variable or of the call that reads it.
 */
export function findPayloadKey(
  source: Source,
  references: readonly Reference[],
  start: number,
): string | undefined {
  const field = source.tokenAt(start);
  const owner = field === undefined ? undefined : findOwner(source, field);
  if (owner === undefined) return undefined;
  return references.find((reference) => isOwner(source, reference, owner))?.key;
}

/** The last token of what the field is looked up in. */
function findOwner(source: Source, field: number): number | undefined {
  if (source.kindOf(field) === kinds.word) return behindAccess(source, field - 1);
  const open = field - 1;
  if (source.isBracket(open, '[')) {
    return source.operatorUpTo(open - 1) === '?.' ? open - 3 : open - 1;
  }
  return source.isBracket(open, '(') && source.isWord(open - 1, getters)
    ? behindAccess(source, open - 2)
    : undefined;
}

function behindAccess(source: Source, operatorEnd: number): number | undefined {
  const operator = source.operatorUpTo(operatorEnd);
  return access.has(operator) ? operatorEnd - operator.length : undefined;
}

/** Whether this reads a payload, and the token ends the call or a mention of the variable that holds it. */
function isOwner(source: Source, { start, call }: Reference, owner: number): boolean {
  const token = source.tokenAt(start);
  if (token === undefined || call === undefined || !payloadReads.test(calledAt(source, token, call)))
    return false;
  const open = findCall(source, token);
  const close = open === undefined ? undefined : source.matchOf(open);
  if (close === undefined) return false;
  if (owner === close || (owner === close + 1 && source.operatorAt(owner) === '!')) return true;
  const read = findRead(source, token);
  const use = read && findUse(source, { ...read, whenTrue: undefined, whenFalse: undefined });
  const variable = use?.is === 'bound' ? findVariable(source, use.target) : undefined;
  if (use?.is !== 'bound' || variable === undefined) return false;
  return findMentions(source, variable, use.target, use.predicate.to + 1).some(
    ({ from, to }) => from === owner || to === owner,
  );
}
