import type { Binding } from '../facts';
import { lastOf, type SourceFile } from './file';
import { ofOthers } from './holdsFlags';

const isOther = new RegExp(`^${ofOthers.source}S?$`, 'i');

/**
 * Whether a constant in a class of flags may be one too, beside others that are: it is not called after something else
 * which its text does not name (`EVENT_OPENED = "ledger-opened"`), and is made as they are (`Topic.of` makes no flags).
 */
export function mayBeBeside(flags: readonly Binding[], { name, value }: Binding): boolean {
  if (value.is === 'call') {
    const made = flags.flatMap((each) => (each.value.is === 'call' ? [each.value.name] : []));
    return made.length === 0 || made.includes(value.name);
  }
  if (value.is !== 'text') return true;
  const text = value.text.toLowerCase();
  const words = lastOf(name).match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return !words.some((each) => isOther.test(each) && !text.includes(each.toLowerCase()));
}

/** Which constants of a class are of that class, where one of them is a flag: `static readonly Flag Nav = new("nav")` in `Flag`. */
export function ofOwnType(
  { facts }: SourceFile,
  container: string,
  flags: readonly Binding[],
): ((name: string) => boolean) | undefined {
  const own = lastOf(container.slice(0, -1));
  const isOwn = ({ type, value }: Binding): boolean =>
    type === own || (value.is === 'call' && lastOf(value.name) === own);
  if (!flags.some(isOwn)) return undefined;
  const names = new Set(facts.bindings.filter(isOwn).map(({ name }) => name));
  return (name) => names.has(name);
}
