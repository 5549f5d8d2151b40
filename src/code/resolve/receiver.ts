import type { FileFacts, Value } from '../facts';
import { isPostHog, isVendor } from '../sdk/vendors';
import { anywhere, type SourceFile } from './file';
import type { Names } from './names';
import { plain } from './spelling';

/** Whose a receiver is. */
export type Origin = 'posthog' | 'foreign' | 'unknown';

const maxSteps = 5;
/** Letters of a receiver that tell of a type: `flags` of `FlagsService`. */
const minHint = 4;

/** The dotted name with local names replaced by what they are bound to: `ph.x` with `ph = usePostHog()` is `usePostHog().x`. */
export function expand(file: SourceFile, name: string, at: number): string {
  let expanded = name;
  for (let step = 0; step < maxSteps; step++) {
    const end = /^[^.[(]*/.exec(expanded)?.[0].length ?? 0;
    let root = expanded.slice(0, end);
    let rest = expanded.slice(end);
    let binding = file.binding(root, at);
    if (/^(?:\$?this|self|cls)$/.test(root)) {
      const field = /^\.([^.[(]+)/.exec(rest)?.[1];
      if (field === undefined) return expanded;
      binding = file.membersCalled(field)[0] ?? file.bindingsCalled(field)[0];
      root = field;
      rest = rest.slice(field.length + 1);
    }
    const value = binding && mainOf(binding.value);
    const next = value?.is === 'name' ? value.name : value?.is === 'call' ? `${value.name}()` : undefined;
    if (next === undefined || next === root || next.startsWith(`${root}.`) || next.length > 300)
      return expanded;
    expanded = next.replace(/\.bind\(\)$/, '') + rest;
  }
  return expanded;
}

/** Of several values the one that says most: `ready ? await flags() : {}`. */
function mainOf(value: Value): Value {
  return value.is === 'choice' ? (value.of.find(({ is }) => is === 'call' || is === 'name') ?? value) : value;
}

/** As {@link expand}, and through functions of the project that return what another call returned. */
export function expandAcross(names: Names, file: SourceFile, name: string, at: number, depth = 0): string {
  const expanded = expand(file, name, at);
  const root = /^[\w$]+/.exec(expanded)?.[0] ?? '';
  const imported = file.imports.get(root);
  if (imported && isPostHog(imported.module) && /^\w+$/.test(imported.of) && imported.of !== 'default') {
    return imported.of + expanded.slice(root.length);
  }
  const call = /^([\w$]+)\(\)/.exec(expanded)?.[1];
  if (depth > 3) return expanded;
  if (call === undefined) return expandMethod(names, file, expanded, depth) ?? expanded;
  const target = names.imported(file, call);
  const owner = target ? target.file : file;
  const own = target ? target.name : call;
  const fact = owner
    ?.functionsCalled(own)
    .map((index) => owner.functionAt(index))
    .find((each) => each?.returns);
  for (const returned of fact?.returns ?? []) {
    if (!owner || returned.name === own) continue;
    const inner = expandAcross(names, owner, returned.name, returned.at, depth + 1);
    if (inner.length < 200) return inner + expanded.slice(call.length + 2);
  }
  return expanded;
}

/** `this.flagsService.all()` is what the method `all` of `FlagsService` returns, where no other method could be meant. */
function expandMethod(names: Names, file: SourceFile, name: string, depth: number): string | undefined {
  if (!name.includes('()')) return undefined;
  const [all = '', receiver = '', method = ''] = /^[\w$.]*?([\w$]+)\.([\w$]+)\(\)/.exec(name) ?? [];
  const hint = plain(receiver);
  if (hint.length < minHint || all.length === name.length) return undefined;
  const meant = names.functionsCalled(file, method).filter(([target, index]) => {
    const [container = ''] = (target.functionAt(index)?.name ?? '').split('.').slice(-2, -1);
    return plain(container).includes(hint);
  });
  const [[owner, index] = [], more] = meant;
  const returned = owner && index !== undefined ? owner.functionAt(index)?.returns?.[0] : undefined;
  if (!owner || !returned || more || returned.name.endsWith(`.${method}()`)) return undefined;
  return expandAcross(names, owner, returned.name, returned.at, depth + 1) + name.slice(all.length);
}

/** Whose the function of this dotted name is, judged by what it is called on. */
export function originOf(
  names: Names,
  file: SourceFile,
  name: string,
  at: number,
  clientNames: readonly string[],
  depth = 0,
): Origin {
  const expanded = expand(file, name, at);
  const parts = expanded.split(/[.[\]()]+/).filter((part) => part !== '');
  const receiver = parts.slice(0, -1);
  if (receiver.some((part) => clientNames.includes(part))) return 'posthog';
  if (receiver.some(isVendor)) return 'foreign';
  if (receiver.some(isPostHog)) return 'posthog';
  const root = parts[0] ?? '';
  const own = /^(?:\$?this|self|cls)$/.test(root) ? (parts[1] ?? root) : root;
  const type =
    file
      .bindingsCalled(own)
      .concat(file.membersCalled(own))
      .find((each) => each.type !== undefined)?.type ?? file.parameterType(own, at);
  if (type !== undefined && isPostHog(type)) return 'posthog';
  if (type !== undefined && isVendor(type)) return 'foreign';
  const imported = file.imports.get(root);
  if (!imported) return 'unknown';
  if (isVendor(imported.module)) return 'foreign';
  if (isPostHog(imported.module)) return 'posthog';
  const target = names.imported(file, root);
  if (target?.module !== undefined)
    return isPostHog(target.module) ? 'posthog' : isVendor(target.module) ? 'foreign' : 'unknown';
  if (!target?.file || depth > 3 || target.name === '*') return 'unknown';
  return originOf(
    names,
    target.file,
    [target.name, ...parts.slice(1), 'x'].join('.'),
    anywhere,
    clientNames,
    depth + 1,
  );
}

/** Whether the file speaks of PostHog and of no other vendor of flags. */
export function isOnlyPostHogs({ namesPostHog, vendors }: FileFacts): boolean {
  return namesPostHog && vendors.length === 0;
}
