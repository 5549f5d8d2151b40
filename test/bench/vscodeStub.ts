/*
 * Stands in for the vscode module where only loading and activating are timed: every name is a class, a function and a
 * namespace at once, and nothing is ever called back.
 */
function standIn(): object {
  return stub;
}
const stub: object = new Proxy(standIn, {
  get: (target, name) => (name === Symbol.toPrimitive ? () => '' : (Reflect.get(target, name) ?? stub)),
  construct: () => stub,
});

module.exports = stub;
