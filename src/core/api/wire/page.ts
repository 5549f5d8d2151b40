import * as v from 'valibot';

/** The envelope of every list. `results` is required: a body without it is no list, whatever else it is. */
export const wirePage = v.object({
  count: v.fallback(v.optional(v.number()), undefined),
  next: v.fallback(v.nullish(v.string()), undefined),
  results: v.array(v.unknown()),
});
