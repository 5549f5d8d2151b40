import * as v from 'valibot';
import type { Person } from '../../model/experiment';
import { maybe, maybeNumber, maybeText } from './tolerant';

/** The user that a serializer names as author; a surname is often empty, names and address may be missing. */
export const wirePerson = maybe(
  v.object({ id: maybeNumber, first_name: maybeText, last_name: maybeText, email: maybeText }),
);

/** Undefined when nothing names them. */
export function toPerson(wire: v.InferOutput<typeof wirePerson>): Person | undefined {
  const { id, first_name: firstName, last_name: lastName, email } = wire ?? {};
  const name = [firstName, lastName].filter(Boolean).join(' ') || email;
  return name ? { id, name } : undefined;
}
