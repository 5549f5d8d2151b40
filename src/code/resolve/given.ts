import type { Call, FunctionFact, Given, Parameter, Value } from '../facts';

/** A parameter as callers see it. */
export interface Slot {
  /** Its place; of markup and of objects its name. */
  readonly slot: number | string;
  /** The names callers may give it by. */
  readonly names: readonly string[];
  /** Whether it takes all that is given from its place on. */
  readonly isRest: boolean;
}

export function slotOf({ parameters }: FunctionFact, slot: number | string): Slot {
  if (typeof slot === 'string') return { slot, names: [slot], isRest: false };
  const parameter = parameters[slot];
  if (!parameter || Array.isArray(parameter)) return { slot, names: [], isRest: false };
  const { name, label, isRest = false } = parameter as Parameter;
  return { slot, names: label === undefined ? [name] : [label, name], isRest };
}

/** The values that a call gives for a parameter: by place, by name, or inside an object. */
export function givenAt(given: readonly Given[], { slot, names, isRest }: Slot): readonly Value[] {
  if (isRest) return given.flatMap((each) => (Number(each.slot) >= Number(slot) ? [each.value] : []));
  const direct = given.find(
    (each) =>
      each.slot === slot || names.includes(String(each.slot)) || names.includes(camel(String(each.slot))),
  );
  if (direct) return [direct.value];
  if (typeof slot !== 'string') return [];
  for (const { value } of given) {
    const member = value.is === 'members' ? value.of.find(({ name }) => name === slot) : undefined;
    if (member) return [member.value];
  }
  // Of a constant: `NAV.Key` with `NAV = Flag{Key: "nav"}`.
  return given.flatMap(({ slot: place, value }) =>
    typeof place === 'number' && value.is === 'name' ? [{ ...value, name: `${value.name}.${slot}` }] : [],
  );
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a value may be what the function around was given. */
export function mayHandOn(value: Value): boolean {
  switch (value.is) {
    case 'parameter':
    case 'name':
      return true;
    case 'choice':
    case 'joined':
      return value.of.some(mayHandOn);
    case 'call':
      return value.on !== undefined || (value.given[0] !== undefined && mayHandOn(value.given[0].value));
    case 'members':
      return value.of.some((member) => mayHandOn(member.value));
    default:
      return false;
  }
}

/** The declared type of a parameter. */
export function typeOf(fact: FunctionFact, slot: number): string | undefined {
  const parameter = fact.parameters[slot];
  return parameter && !Array.isArray(parameter) ? (parameter as Parameter).type : undefined;
}

/** A value that is a call, or as if what a name stands for were called. */
export function callOf(value: Value & { is: 'name' | 'call' }): Call {
  const { name, start, end } = value;
  return { name, given: value.is === 'call' ? value.given : [], from: start, to: end };
}
