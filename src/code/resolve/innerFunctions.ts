import type { SourceFile } from './file';
import type { Names } from './names';

type Target = readonly [SourceFile, number];

/** Whether a function without a name of its own stands in the one whose name it has. */
export function isInner(file: SourceFile, index: number): boolean {
  const fact = file.functionAt(index);
  if (!fact) return false;
  const last = fact.name.slice(fact.name.lastIndexOf('.') + 1);
  return file.functionsCalled(last).some((other) => {
    const outer = other === index ? undefined : file.functionAt(other);
    return outer?.name === fact.name && outer.from <= fact.from && outer.to >= fact.to;
  });
}

/** Functions that a function of the project returns: `useChecker()` of `const isOn = useChecker()`. */
export function functionsFrom(names: Names, file: SourceFile, name: string): readonly Target[] {
  const target = names.imported(file, name);
  const owner = target ? target.file : file;
  const own = target?.name ?? name;
  if (!owner) return [];
  return owner.functionsCalled(own).flatMap((index): Target[] => {
    const fact = owner.functionAt(index);
    if (fact?.name !== own) return [];
    if (isInner(owner, index)) return [[owner, index]];
    return (fact.returns ?? []).flatMap((returned) =>
      owner
        .functionsCalled(returned.name)
        .filter((inner) => owner.functionAt(inner)?.name === `${own}.${returned.name}`)
        .map((inner): Target => [owner, inner]),
    );
  });
}

/** Whether a function is named instead of called. */
export function isProperty(file: SourceFile, index: number): boolean {
  return file.functionAt(index)?.isProperty === true;
}
