/** Every state the panel can be in, by name. */
import { experimentStates } from './experimentStates';
import { flagsStates } from './flagsStates';
import type { PanelScenario } from './scenario';
import { statsStates } from './statsStates';

const builders: Readonly<Record<string, (nowMs: number) => PanelScenario>> = {
  ...experimentStates,
  ...statsStates,
  ...flagsStates,
};

export const stateNames = Object.keys(builders);

/** @param nowMs what ages are counted from; everything else depends on the name alone */
export function buildScenario(name: string, nowMs: number): PanelScenario {
  const build = builders[name];
  if (!build) throw new Error(`No state "${name}". There are: ${stateNames.join(', ')}`);
  return build(nowMs);
}
