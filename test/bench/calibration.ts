import { figure, type Figure, time } from './measure';

/** A fixed amount of work: what it takes says how fast, and how busy, this machine is just now. */
export async function measureCalibration(): Promise<Figure[]> {
  const values = await time(15, () => {
    let state = 1;
    for (let step = 0; step < 5_000_000; step++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state;
  });
  return [figure('calibration: 5 million integer steps', 'ms', values)];
}
