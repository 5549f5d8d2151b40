import assert from 'node:assert/strict';

/**
 * What a golden vector says of one value: a number is exact to 1e-12, `places` means rounding the deviation to so many
 * decimals gives 0, `tol` is a relative tolerance, null stands for no value.
 */
export type Expectation =
  | number
  | boolean
  | null
  | { readonly approx: number; readonly places: number }
  | { readonly rel: number; readonly tol: number }
  | { readonly lt?: number; readonly gt?: number; readonly gte?: number }
  | readonly Expectation[];

export type Outcome = number | boolean | undefined | readonly Outcome[];

/** Fails, naming the value, unless it is as expected. */
export function expectValue(name: string, actual: Outcome, expected: Expectation): void {
  if (expected === null) {
    assert.equal(actual ?? null, null, name);
  } else if (typeof expected === 'boolean') {
    assert.equal(actual, expected, name);
  } else if (isList(expected)) {
    assert.ok(Array.isArray(actual), `${name} is a list`);
    assert.equal(actual.length, expected.length, name);
    expected.forEach((part, index) => expectValue(`${name}[${index}]`, actual[index], part));
  } else {
    assert.ok(typeof actual === 'number' && !Number.isNaN(actual), `${name} is a number`);
    expectNumber(name, actual, expected);
  }
}

function expectNumber(
  name: string,
  actual: number,
  expected: Exclude<Expectation, boolean | null | readonly Expectation[]>,
): void {
  if (typeof expected === 'number') {
    assertWithin(name, actual, expected, 1e-12);
  } else if ('approx' in expected) {
    assertWithin(name, actual, expected.approx, 0.5 * 10 ** -expected.places);
  } else if ('rel' in expected) {
    assertWithin(name, actual, expected.rel, expected.tol * Math.abs(expected.rel));
  } else {
    const { lt = Infinity, gt = -Infinity, gte = -Infinity } = expected;
    assert.ok(
      actual < lt && actual > gt && actual >= gte,
      `${name} ${actual} is within ${JSON.stringify(expected)}`,
    );
  }
}

function assertWithin(name: string, actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${name} ${actual} is ${expected} ± ${tolerance}`);
}

function isList(expected: Expectation): expected is readonly Expectation[] {
  return Array.isArray(expected);
}
