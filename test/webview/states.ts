/** Every state the panel can be in, by name. */
import type { PageKind } from '../../src/shared/panelProtocol';
import { experimentStates } from './experimentStates';
import { flagsStates } from './flagsStates';
import type { PanelScenario } from './scenario';
import { seriesStates } from './seriesStates';
import { statsStates } from './statsStates';

const builders: Readonly<Record<string, (nowMs: number) => PanelScenario>> = {
  ...experimentStates,
  ...seriesStates,
  ...statsStates,
  ...flagsStates,
};

export const stateNames = Object.keys(builders);

/** The state of each kind of page that has nothing special about it. */
export const plainStates: Readonly<Record<PageKind, string>> = {
  experiment: 'running-won',
  flags: 'flags-full',
  stats: 'stats-full',
};

/** @param nowMs what ages are counted from; everything else depends on the name alone */
export function buildScenario(name: string, nowMs: number): PanelScenario {
  const build = builders[name];
  if (!build) throw new Error(`No state "${name}". There are: ${stateNames.join(', ')}`);
  return build(nowMs);
}
