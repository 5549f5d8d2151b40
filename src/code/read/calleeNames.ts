const onEntry = /^(?:\w+\.)*[A-Z]\w*\.[A-Za-z]\w*\.[a-z]\w*$/;
const record =
  /flag|toggle|feature|variant|experiment|all|\(\)|payload|result|data|value|config|store|res|on/i;

/** Whether an entry of an enum, or a constant of a class, may be asked by this name: `Flag.NAV.isOn`. */
export function isOnEntry(name: string): boolean {
  return onEntry.test(name);
}

/** Whether what is called so may be what all flags are kept in. */
export function mayBeRecord(name: string): boolean {
  return record.test(name);
}

/** Names of SDKs that too many others have. */
export const plainNames = new Set(
  'includes indexOf has get fetch dig check feature override TryGetValue ContainsKey'.split(' '),
);
