import { stemOf } from './stem';
import { folderOf } from '../path';
import { common } from './commonNames';
import type { Names } from './names';
import { plain, receiverIn } from './spelling';
import { lastOf, type SourceFile } from './file';

/** Names of methods that say nothing of flags are still those of things that can be on. */
const ofSwitches =
  /enabled|disabled|active|variant|toggle|rollout|flag|feature|experiment|gate|^is_?on(?:async)?\??$/i;
/** Receivers that are called after what reads flags. */
const ofFlags =
  /flag|feature|experiment|variant|toggle|gate|rollout|hog|analytics|telemetry|(?:^|[._])ffs?(?:$|[._])/i;

type Called = readonly [SourceFile, number];

/** Names that speak of flags; of other methods half of those called so must read them. */
const flagWords = /flag|feature|experiment/i;
const testPath = /test|spec|mock|fake|stub/i;

/** Which of the wrappers that are called so a call by this name means; `all` are the functions with the name. */
export function meantMethods(
  names: Names,
  file: SourceFile,
  name: string,
  receiver: string,
  all: readonly Called[],
  wrappers: readonly Called[],
): readonly Called[] {
  const hint = plain(receiverIn([...receiver.split('.'), name]));
  const related = wrappers.filter(([target, index]) => {
    const container = plain(target.functionAt(index)?.name.split('.').at(-2) ?? '');
    return container !== '' && hint !== '' && (container.includes(hint) || hint.includes(container));
  });
  // A function of Elixir that is called by its module belongs to no other.
  if (file.family === 'elixir' && /(?:^|\.)[A-Z]\w*$/.test(receiver)) {
    const module = lastOf(receiver);
    return wrappers.filter(([target, index]) => target.functionAt(index)?.name.split('.').at(-2) === module);
  }
  if (related.length > 0) return related;
  const ofHook = wrappers.filter(([target]) => isGivenBy(names, file, receiver, target));
  if (ofHook.length > 0) return ofHook;
  if (common.has(name) || name === '[]') return [];
  // Stand-ins of tests have the same methods, and so have the type and the default beside a wrapper.
  const homes = new Set(wrappers.map(([target]) => target));
  const others = all.filter(([target]) => !testPath.test(target.path) && !homes.has(target));
  if (!flagWords.test(name) && wrappers.length < others.length) return [];
  return receiver === '' ? wrappers : wrappers.filter(([target]) => isNear(file, target, name, receiver));
}

/** Whether the receiver is what a function of that file gives: `useFlags()`. */
function isGivenBy(names: Names, file: SourceFile, receiver: string, target: SourceFile): boolean {
  const [, hook = ''] = /^(use[A-Z]\w*)\(\)$/.exec(receiver) ?? [];
  if (hook === '' || file.family !== 'script') return false;
  const from = target === file ? { file, name: hook } : names.imported(file, hook);
  return from?.file === target && target.functionsCalled(from.name).length > 0;
}

/**
 * Whether a call of a method may be meant for one that is known by its last name alone. `Eval` and `Decide` belong to
 * many things: what is called so must be named after flags, or stand where the method is known.
 */
function isNear(file: SourceFile, target: SourceFile, name: string, receiver: string): boolean {
  if (ofSwitches.test(name) || ofFlags.test(receiver) || file.facts.namesPostHog) return true;
  if (folderOf(file.path) === folderOf(target.path)) return true;
  const own = [stemOf(target.path), folderOf(target.path).split('/').at(-1) ?? ''];
  const type = typeOf(file, receiver);
  if (own.some((each) => each !== '' && type.startsWith(`${each}.`))) return true;
  return file.facts.imports.some(({ module }) => {
    const last = module.split(/[/.\\]/).at(-1) ?? '';
    return last !== '' && own.includes(last);
  });
}

/** The declared type of the last name of a receiver. */
function typeOf(file: SourceFile, receiver: string): string {
  const last = receiver.split('.').at(-1) ?? '';
  const declared = [...file.bindingsCalled(last), ...file.membersCalled(last)].find(
    ({ type }) => type !== undefined,
  );
  return declared?.type ?? file.parameterType(last, 0) ?? '';
}
