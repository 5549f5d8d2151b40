/** Every kind of double: the special ones, the edges of each format's rounding, and a spread over all exponents. */
export function everyDouble(spread = 20_000): readonly number[] {
  const edges = [
    0,
    0.00005,
    0.0005,
    0.001,
    0.005,
    0.01,
    0.05,
    0.5,
    0.949,
    0.999,
    0.9995,
    1,
    1.005,
    9.995,
    99.9,
    1e9,
    1e21,
    8.64e15,
    2 ** 53,
    Number.MIN_VALUE,
    Number.EPSILON,
    Number.MAX_VALUE,
    Infinity,
  ];
  const near = edges.flatMap((edge) => [edge, edge * (1 - Number.EPSILON), edge * (1 + Number.EPSILON)]);
  return [Number.NaN, ...[...near, ...randomDoubles(spread)].flatMap((value) => [value, -value])];
}

/** The bits are drawn, not the value: every exponent is as likely as any other. The same on every run. */
function randomDoubles(count: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  let state = 7;
  const bits = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return Array.from({ length: count }, () => {
    view.setUint32(0, bits());
    view.setUint32(4, bits());
    return view.getFloat64(0);
  });
}
