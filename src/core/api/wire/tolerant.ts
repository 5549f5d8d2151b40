/** Reading JSON of several server generations: what is absent, null or of an odd type is simply unknown. */
import * as v from 'valibot';

const unknownIfOdd = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);

export const maybeText = unknownIfOdd(v.string());
export const maybeNumber = unknownIfOdd(v.pipe(v.number(), v.finite()));
export const maybeBoolean = unknownIfOdd(v.boolean());
export const maybeTextList = v.fallback(v.array(v.string()), []);
export const maybeRecord = unknownIfOdd(v.record(v.string(), v.unknown()));
export const maybeList = v.fallback(v.array(v.unknown()), []);

/** `2026-03-02T09:30:00Z`, `…09:30:00.412345+00:00` → milliseconds since the epoch; anything else is unknown. */
export const maybeTime = v.pipe(
  maybeText,
  v.transform((text) => {
    const timeMs = text === undefined ? Number.NaN : Date.parse(text);
    return Number.isNaN(timeMs) ? undefined : timeMs;
  }),
);

/** An object of the schema, or undefined when it is absent or does not fit. */
export const maybe = unknownIfOdd;

export interface Rows<T> {
  readonly rows: readonly T[];
  /** How many were left out because they could not be read. */
  readonly dropped: number;
}

/** Reads each row by itself, so that an odd one never costs the others. */
export function readRows<S extends v.GenericSchema>(
  schema: S,
  values: readonly unknown[],
): Rows<v.InferOutput<S>> {
  const results = values.map((value) => v.safeParse(schema, value));
  const rows = results.flatMap((result) => (result.success ? [result.output] : []));
  return { rows, dropped: values.length - rows.length };
}
