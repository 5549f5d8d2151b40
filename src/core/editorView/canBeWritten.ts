/** Nothing that ends a string or begins an expression within one, in any language. */
const plain = /^[\w.:/@-]+(?: [\w.:/@-]+)*$/;

/** Whether a name can go between quotes as it is: what a server sends is not written into code otherwise. */
export function canBeWritten(name: string): boolean {
  return name.length <= 400 && plain.test(name);
}
