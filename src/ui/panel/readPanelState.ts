import * as v from 'valibot';
import type { PanelState } from '../../shared/panelView';
import { flagsWanted } from './flagsWanted';

const ofProject = { accountId: v.string(), projectId: v.number() };

const panelState = v.variant('kind', [
  v.object({
    kind: v.literal('experiment'),
    ...ofProject,
    experimentId: v.number(),
    metricUuid: v.optional(v.string()),
    hiddenVariants: v.optional(v.array(v.string())),
  }),
  v.object({ kind: v.literal('stats'), ...ofProject }),
  v.object({ kind: v.literal('flags'), ...ofProject, wanted: flagsWanted }),
]);

/** The state VS Code kept for a panel over a reload, checked. */
export function readPanelState(value: unknown): PanelState | undefined {
  const parsed = v.safeParse(panelState, value);
  return parsed.success ? parsed.output : undefined;
}
