import type { Family } from '../language/language';

/** Functions of languages, tests and tools that never take the key of a flag. */
const ignored = new Set(
  `t log warn error info debug trace print println printf sprintf format describe it test expect toBe toEqual
  toContain require import addEventListener removeEventListener querySelector querySelectorAll getElementById
  createElement setAttribute getAttribute getItem setItem removeItem capture track identify alias group push
  concat replace split join startsWith endsWith match test slice substring padStart Error TypeError
  setTimeout setInterval fetch get_or_create mock fn spyOn assert assertEquals assertEqual raise panic Errorf New
  navigate redirect emit dispatch on off once useState useRef useEffect useMemo createContext classnames cn clsx
  parseInt parseFloat String Number Boolean Symbol Date RegExp URL Promise resolve len append make
  map filter forEach reduce some every flatMap then catch finally keys values entries sort apply bind padEnd floor
  round max min abs random now stringify parse assign findIndex`.split(/\s+/),
);

/** Everything can listen; on these it asks: `Flags::on('nav')`, `self::on('nav')`. */
const asksWhetherOn = /(?:(?:flag|feature|toggle|experiment)\w*|^(?:self|static))\.on$/i;

/** Whether calls of this dotted name are of no interest, unless its last part is a name of an SDK. */
export function isIgnoredCallee(name: string, family: Family): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  // What a predicate of Java is asked, not a test.
  const isPredicate = last === 'test' && family === 'jvm';
  return ignored.has(last) && !isPredicate && !asksWhetherOn.test(name);
}
