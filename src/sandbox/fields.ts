import { invalid } from './errors';
import type { Json, JsonObject } from './json';
import { isList, isObject } from './json';
import { pythonType } from './python';

/** Reads one field of a body, or refuses it in the words of Django REST framework. */
export type FieldReader<T> = (value: Json, attr: string) => T;

/** The fields of a body that have a reader, those that are absent left out. */
export function readFields<Fields>(
  readers: { readonly [Name in keyof Fields]: FieldReader<Fields[Name]> },
  body: JsonObject,
): Partial<Fields> {
  const input: Partial<Fields> = {};
  for (const name in readers) {
    const value = body[name];
    if (value !== undefined) input[name] = readers[name](value, name);
  }
  return input;
}

export function text(options: { maxLength?: number; blank?: boolean } = {}): FieldReader<string> {
  return (value, attr) => {
    notNull(value, attr);
    if (typeof value !== 'string' && typeof value !== 'number') throw invalid('Not a valid string.', attr);
    const trimmed = String(value).trim();
    if (trimmed === '' && !options.blank) throw invalid('This field may not be blank.', attr, 'blank');
    // Counted by characters, as Python does.
    if (options.maxLength !== undefined && Array.from(trimmed).length > options.maxLength) {
      throw invalid(
        `Ensure this field has no more than ${options.maxLength} characters.`,
        attr,
        'max_length',
      );
    }
    return trimmed;
  };
}

export function nullable<T>(read: FieldReader<T>): FieldReader<T | null> {
  return (value, attr) => (value === null ? null : read(value, attr));
}

export function choice<const Choice extends string>(...allowed: readonly Choice[]): FieldReader<Choice> {
  return (value, attr) => {
    notNull(value, attr);
    const chosen = allowed.find((one) => one === value);
    if (chosen !== undefined) return chosen;
    throw invalid(`"${plain(value)}" is not a valid choice.`, attr, 'invalid_choice');
  };
}

/** Milliseconds since the epoch. */
export const time: FieldReader<number> = (value, attr) => {
  notNull(value, attr);
  const parsed =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(withZone(value)) : NaN;
  if (!Number.isNaN(parsed)) return parsed;
  throw invalid(
    'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].',
    attr,
  );
};

export const flag: FieldReader<boolean> = (value, attr) => {
  notNull(value, attr);
  if (typeof value === 'boolean') return value;
  throw invalid('Must be a valid boolean.', attr);
};

export const integer: FieldReader<number> = (value, attr) => {
  notNull(value, attr);
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw invalid('A valid integer is required.', attr);
};

export const object: FieldReader<JsonObject> = (value, attr) => {
  notNull(value, attr);
  if (isObject(value)) return value;
  throw invalid(`Expected a dictionary of items but got type "${pythonType(value)}".`, attr, 'not_a_dict');
};

export function list<T>(item: FieldReader<T>): FieldReader<readonly T[]> {
  return (value, attr) => {
    notNull(value, attr);
    if (!isList(value)) {
      throw invalid(`Expected a list of items but got type "${pythonType(value)}".`, attr, 'not_a_list');
    }
    return value.map((member) => item(member, attr));
  };
}

function notNull(value: Json, attr: string): void {
  if (value === null) throw invalid('This field may not be null.', attr, 'null');
}

/** A time without a zone is one of the project's, and that is UTC. */
function withZone(value: string): string {
  return /(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`;
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
