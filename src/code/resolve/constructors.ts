import type { Family } from '../language/language';

const constructors = /\.(?:__init__|constructor|__construct|initialize)$/;

/** Whether a function of this dotted name makes what it belongs to. */
export function isConstructor(name: string): boolean {
  return constructors.test(name);
}

/**
 * The names callers know a function by: of a constructor its class. Attributes of C# are written without their last word
 * too, `[RequireFeature("nav")]`.
 */
export function namesCalled(name: string, family: Family): readonly string[] {
  const dotted = isConstructor(name) ? name.slice(0, name.lastIndexOf('.')) : name;
  const own = dotted.slice(dotted.lastIndexOf('.') + 1);
  return family === 'dotnet' && /.Attribute$/.test(own) ? [own, own.slice(0, -'Attribute'.length)] : [own];
}
