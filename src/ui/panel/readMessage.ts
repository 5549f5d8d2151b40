import * as v from 'valibot';
import type { ToHost } from '../../shared/panelProtocol';

const request = v.object({
  kind: v.literal('request'),
  id: v.number(),
  method: v.string(),
  params: v.unknown(),
});
export type RequestEnvelope = v.InferOutput<typeof request>;

const message = v.union([request, v.object({ kind: v.literal('abort'), id: v.number() })]);

/**
 * What the webview sent, checked: it is the less trusted side. Undefined when it is not of the protocol. The params are
 * checked by whoever answers the method.
 */
export function readMessage(value: unknown): ToHost | undefined {
  const parsed = v.safeParse(message, value);
  return parsed.success ? parsed.output : undefined;
}
