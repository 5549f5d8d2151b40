/** How the code of a folder names what reads flags, beyond PostHog's own names. */
export interface FlagNames {
  /** Functions whose first argument is a flag's key. */
  readonly flagFunctions: readonly string[];
  /** Variables that hold a client of PostHog. */
  readonly clientNames: readonly string[];
}

export const projectConfigName = '.posthog.json';

/** The folder that a file configures, without a slash at the end; undefined for any other file. */
export function findConfiguredFolder(path: string): string | undefined {
  if (path === projectConfigName) return '';
  return path.endsWith(`/${projectConfigName}`) ? path.slice(0, -projectConfigName.length - 1) : undefined;
}
export const noNames: FlagNames = { flagFunctions: [], clientNames: [] };

/** What a .posthog.json says of names: `additionalFlagFunctions` and `additionalClientNames`. Odd files say nothing. */
export function readProjectConfig(text: string): FlagNames {
  const value = parseObject(text);
  if (!value) return noNames;
  return {
    flagFunctions: names(Reflect.get(value, 'additionalFlagFunctions')),
    clientNames: names(Reflect.get(value, 'additionalClientNames')),
  };
}

/** The project that a .posthog.json says the code around it belongs to: `projectId`, a number or its digits. */
export function readProjectId(text: string): number | undefined {
  const value: unknown = Reflect.get(parseObject(text) ?? {}, 'projectId');
  const id = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** Undefined while it is half written: the next change of the file brings it whole. */
function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
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
