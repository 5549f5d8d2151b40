import * as v from 'valibot';
import type { PanelState } from '../../shared/panelTabs';
import { pageKinds } from '../../shared/panelProtocol';
import { flagsWanted } from './flagsWanted';

const ofProject = { accountId: v.string(), projectId: v.number() };

const experiment = v.object({
  kind: v.literal('experiment'),
  ...ofProject,
  experimentId: v.number(),
  metricUuid: v.optional(v.string()),
  hiddenVariants: v.optional(v.array(v.string())),
});
const panelState = v.object({
  shown: v.picklist(pageKinds),
  experiment: v.optional(experiment),
  flags: v.object({ kind: v.literal('flags'), ...ofProject, wanted: flagsWanted }),
  stats: v.object({ kind: v.literal('stats'), ...ofProject }),
});

/** The state VS Code kept for a panel over a reload, checked. */
export function readPanelState(value: unknown): PanelState | undefined {
  const parsed = v.safeParse(panelState, value);
  return parsed.success ? parsed.output : undefined;
}
