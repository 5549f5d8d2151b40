import * as v from 'valibot';
import { panelActions } from '../../shared/panelView';
import type { ToHost } from '../../shared/panelProtocol';

const nothing = v.strictObject({});

const params = {
  ready: nothing,
  refresh: nothing,
  timeseries: v.strictObject({ metricUuid: v.pipe(v.string(), v.maxLength(200)), fresh: v.boolean() }),
  act: v.strictObject({ action: v.picklist(panelActions) }),
};

const request = <M extends keyof typeof params>(method: M) =>
  v.object({ kind: v.literal('request'), id: v.number(), method: v.literal(method), params: params[method] });

const message = v.union([
  request('ready'),
  request('refresh'),
  request('timeseries'),
  request('act'),
  v.object({ kind: v.literal('abort'), id: v.number() }),
]);

/** What the webview sent, checked: it is the less trusted side. Undefined when it is not of the protocol. */
export function readMessage(value: unknown): ToHost | undefined {
  const parsed = v.safeParse(message, value);
  return parsed.success ? parsed.output : undefined;
}

const panelState = v.object({
  experimentId: v.number(),
  accountId: v.string(),
  projectId: v.number(),
  metricUuid: v.exactOptional(v.string()),
  hiddenVariants: v.exactOptional(v.array(v.string())),
});

/** The state VS Code kept for a panel over a reload, checked. */
export function readPanelState(value: unknown) {
  const parsed = v.safeParse(panelState, value);
  return parsed.success ? parsed.output : undefined;
}
