import type { Value } from '../facts';

const maxKeyLength = 200;
/** What people name flags: letters, digits and separators, no spaces; a single word may be one. */
const key = /^[A-Za-z0-9_$][\w.:/$@-]*$/;

/** What answers of the SDKs call the flags themselves, and values. */
const parts = new Set(['featureFlags', 'featureFlagPayloads', 'true', 'false', 'null']);

/** Whether this text could be the key of a flag. */
export function isKeyText(text: string): boolean {
  return (
    text.length <= maxKeyLength &&
    key.test(text) &&
    /[A-Za-z]/.test(text) &&
    !text.includes('://') &&
    !parts.has(text)
  );
}

/** Whether a key could come of this value; `isKnown` tells of names that may stand for one. */
export function isKeyLike(value: Value, isKnown: (name: string) => boolean): boolean {
  switch (value.is) {
    case 'text':
      return isKeyText(value.text);
    case 'name':
      return value.name.length > 1 && !value.name.endsWith('()') && isKnown(value.name);
    case 'parameter':
      return true;
    case 'choice':
    case 'list':
    case 'joined':
      return value.of.some((each) => isKeyLike(each, isKnown));
    case 'members':
      return value.of.some(
        ({ name, value: held, isComputed }) => (isComputed && isKnown(name)) || isKeyLike(held, isKnown),
      );
    case 'call':
      return value.on !== undefined || value.given.some((given) => isKeyLike(given.value, isKnown));
    case 'other':
      return false;
  }
}
