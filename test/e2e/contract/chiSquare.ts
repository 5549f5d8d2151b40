/** The share of the chi-square distribution above `statistic`, to some eight digits. */
export function upperTail(statistic: number, degrees: number): number {
  const half = statistic / 2;
  let tail = degrees % 2 === 0 ? Math.exp(-half) : errorComplement(Math.sqrt(half));
  let term = degrees % 2 === 0 ? Math.exp(-half) : Math.exp(-half) / Math.sqrt(Math.PI * half);
  for (let k = degrees % 2 === 0 ? 2 : 1; k < degrees; k += 2) {
    term *= half / (k / 2);
    tail += term;
  }
  return tail;
}

/** erfc, by Simpson's rule: beyond eight more there is nothing left. */
function errorComplement(from: number): number {
  const steps = 4000;
  const width = 8 / steps;
  let sum = 0;
  for (let n = 0; n <= steps; n += 1) {
    const weight = n === 0 || n === steps ? 1 : n % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((from + n * width) ** 2));
  }
  return ((2 / Math.sqrt(Math.PI)) * sum * width) / 3;
}
