/** The same numbers in every run (a linear congruential generator, Numerical Recipes): from 0 to below 1. */
export function* randomNumbers(): Generator<number, never> {
  let state = 42;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}
