import type { Binding, Value } from '../facts';
import { lastOf, type SourceFile } from './file';
import { givenAt, slotOf } from './given';
import type { Names } from './names';
import { rewriteOf } from './rewrite';

type Rewrite = (key: string) => string | undefined;
type CallValue = Value & { is: 'call' };
const maxDepth = 6;

/** A function of the project and the texts it returns, which {@link SourceFile} knows as `name()`. */
interface Helper {
  readonly file: SourceFile;
  readonly index: number;
  readonly texts: readonly Binding[];
}

/** What a helper returns, with the file it is in; empty when no helper is called. */
export function returnedBy(
  names: Names,
  file: SourceFile,
  name: string,
): readonly (readonly [SourceFile, Binding])[] {
  const helper = findHelper(names, file, name);
  return helper ? helper.texts.map((text) => [helper.file, text] as const) : [];
}

/** The argument of a helper that returns it rewritten, and how. */
export function rewrittenBy(
  names: Names,
  file: SourceFile,
  call: CallValue,
): { readonly value: Value; readonly rewrite: Rewrite } | undefined {
  const helper = findHelper(names, file, call.name);
  const [only] = helper?.texts ?? [];
  if (!helper || !only || helper.texts.length !== 1) return undefined;
  const slot = parameterIn(only.value, helper.index);
  const fact = helper.file.functionAt(helper.index);
  if (slot === undefined || !fact) return undefined;
  const [value] = givenAt(call.given, slotOf(fact, slot));
  const rewrite: Rewrite = (key) => evaluate(names, helper.file, only, only.value, key);
  return value && { value, rewrite };
}

/** Whether this is what a helper makes of the name of a flag, for calls in other files. */
export function isRewriting({ name, value }: Binding): boolean {
  return (
    name.endsWith('()') &&
    (value.is === 'joined' || value.is === 'call') &&
    /flag|feature|experiment|variant|key/i.test(name)
  );
}

/** The function of the project that is called so, when it returns texts. */
function findHelper(names: Names, file: SourceFile, name: string): Helper | undefined {
  const last = lastOf(name);
  if (name !== last && !/^(?:this|self|\$this)\.\w+$/.test(name)) return undefined;
  const target = name === last ? names.imported(file, name) : undefined;
  const owner = target ? target.file : file;
  const own = target?.name ?? last;
  for (const index of owner?.functionsCalled(own) ?? []) {
    const texts = owner?.bindingsCalled(`${owner.functionAt(index)?.name}()`) ?? [];
    if (owner && texts.length > 0) return { file: owner, index, texts };
  }
  return undefined;
}

/** The parameter of the function that a value is made of, when it is one alone. */
function parameterIn(value: Value, index: number): number | string | undefined {
  if (value.is === 'parameter') return value.of === index ? value.slot : undefined;
  if (value.is === 'call') return value.on && parameterIn(value.on, index);
  if (value.is !== 'joined') return undefined;
  const slots = value.of.map((part) => parameterIn(part, index)).filter((slot) => slot !== undefined);
  return slots.length === 1 ? slots[0] : undefined;
}

function evaluate(
  names: Names,
  file: SourceFile,
  binding: Binding,
  value: Value,
  key: string,
  depth = 0,
): string | undefined {
  if (depth > maxDepth) return undefined;
  switch (value.is) {
    case 'text':
      return value.text;
    case 'parameter':
      return key;
    case 'joined': {
      const parts = value.of.map((part) => evaluate(names, file, binding, part, key, depth + 1));
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    case 'call': {
      const inner = value.on && evaluate(names, file, binding, value.on, key, depth + 1);
      return inner === undefined ? undefined : rewriteOf(value.name, value.given)?.(inner);
    }
    case 'name': {
      const found = names.find(file, value.name, binding.to);
      return found?.value.is === 'text' ? found.value.text : undefined;
    }
    default:
      return undefined;
  }
}
