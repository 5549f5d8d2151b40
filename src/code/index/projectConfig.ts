/** How the code of a folder names what reads flags, beyond PostHog's own names. */
export interface FlagNames {
  /** Functions whose first argument is a flag's key. */
  readonly flagFunctions: readonly string[];
  /** Variables that hold a client of PostHog. */
  readonly clientNames: readonly string[];
}

export const projectConfigName = '.posthog.json';
export const noNames: FlagNames = { flagFunctions: [], clientNames: [] };

/** What a .posthog.json says of names: `additionalFlagFunctions` and `additionalClientNames`. Odd files say nothing. */
export function readProjectConfig(text: string): FlagNames {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Half written: the next change of the file brings it whole.
    return noNames;
  }
  if (typeof value !== 'object' || value === null) return noNames;
  return {
    flagFunctions: names(Reflect.get(value, 'additionalFlagFunctions')),
    clientNames: names(Reflect.get(value, 'additionalClientNames')),
  };
}

export function joinNames(first: FlagNames, second: FlagNames): FlagNames {
  return {
    flagFunctions: [...new Set([...first.flagFunctions, ...second.flagFunctions])],
    clientNames: [...new Set([...first.clientNames, ...second.clientNames])],
  };
}

/** Names of code, also dotted ones as in `flags.isOn`. */
export function names(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((name): name is string => typeof name === 'string' && /^[\w$][\w$.]*$/.test(name));
}
