import type { Value } from '../facts';
import type { Family } from '../language/language';
import { isConstructor } from './constructors';
import type { SourceFile } from './file';
import { slotOf } from './given';

const ownField = /^(?:(?:\$?this|self)\.|@)(\w+)$/;
/** Without `self`, or of the widget whose state the class around is. */
const bareField = /^(?:widget\.)?([a-z_]\w*)$/;
const hasBareFields: ReadonlySet<Family> = new Set<Family>(['swift', 'dart']);
const goField = /^([a-z]\w{0,8})\.(\w+)$/;

/**
 * What constructors of the class around are given for a field of it, with the place: `self.flag` is what `__init__` was
 * given when that says `self.flag = flag`. Go's constructors write a literal: `&Gate{flag: flag}`.
 */
export function givenForField(
  file: SourceFile,
  name: string,
  at: number,
): readonly (Value & { is: 'parameter' })[] {
  if (file.family === 'elixir') return ofAssigns(file, name, at);
  const bare = hasBareFields.has(file.family) ? bareField.exec(name)?.[1] : undefined;
  const ofGo = file.family === 'go' ? goField.exec(name)?.[2] : undefined;
  const field = ownField.exec(name)?.[1] ?? bare ?? ofGo;
  if (field === undefined) return [];
  const around = ownerAt(file, at);
  const owner = name.startsWith('widget.') ? around.replace(/^_/, '').replace(/State$/, '') : around;
  if (owner === '') return [];
  if (file.family === 'go') return inLiterals(file, owner, field);
  const set = [...file.membersCalled(field), ...file.bindingsCalled(`@${field}`)];
  const given = set.flatMap(({ name: own, value }) =>
    value.is === 'parameter' && (own.startsWith('@') || own.startsWith(`${owner}.`)) ? [value] : [],
  );
  return given.length > 0 ? given : promoted(file, owner, field);
}

/** `@flag` in the template of a component of Phoenix: what the component is given by that name. */
function ofAssigns(file: SourceFile, name: string, at: number): readonly (Value & { is: 'parameter' })[] {
  const slot = /^@(\w+)$/.exec(name)?.[1];
  if (slot === undefined) return [];
  const of = file.facts.functions.findLastIndex(({ from, to }) => from <= at && at <= to);
  const fact = file.functionAt(of);
  const isComponent = fact?.parameters.length === 1 && slotOf(fact, 0).names.includes('assigns');
  return isComponent ? [{ is: 'parameter', of, slot, start: at, end: at }] : [];
}

/** The class of the function around. */
function ownerAt(file: SourceFile, at: number): string {
  let name = '';
  for (const each of file.facts.functions)
    if (each.from <= at && at <= each.to && each.name.includes('.')) ({ name } = each);
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

/** `Gate{flag: flag}` in a function that is given it. */
function inLiterals(
  file: SourceFile,
  owner: string,
  field: string,
): readonly (Value & { is: 'parameter' })[] {
  return file.facts.calls.flatMap((call) =>
    call.name === owner
      ? call.given.flatMap(({ slot, value }) => (slot === field && value.is === 'parameter' ? [value] : []))
      : [],
  );
}

const hasPromoted: ReadonlySet<Family> = new Set<Family>(['php', 'script', 'jvm', 'swift', 'dart']);

/** Parameters of a constructor that are fields at once: `__construct(private string $flag)`. */
function promoted(file: SourceFile, owner: string, field: string): readonly (Value & { is: 'parameter' })[] {
  if (!hasPromoted.has(file.family)) return [];
  return file.facts.functions.flatMap((fact, of) => {
    if (!isConstructor(fact.name) || !fact.name.startsWith(`${owner}.`)) return [];
    const slot = fact.parameters.findIndex((_, index) => slotOf(fact, index).names.includes(field));
    return slot < 0 ? [] : [{ is: 'parameter' as const, of, slot, start: fact.from, end: fact.from }];
  });
}
