const constructors = /\.(?:__init__|constructor|__construct|initialize)$/;

/** Whether a function of this dotted name makes what it belongs to. */
export function isConstructor(name: string): boolean {
  return constructors.test(name);
}

/** The name callers know a function by: of a constructor its class. */
export function calledAs(name: string): string {
  const own = isConstructor(name) ? name.slice(0, name.lastIndexOf('.')) : name;
  return own.slice(own.lastIndexOf('.') + 1);
}
