import type { Outcome } from '../../shared/panelProtocol';

/**
 * What became of one of the extension's own commands: each resolves to undefined when the person left it, to
 * `{ refused }` with a sentence when it was not done, and to something else when it was.
 */
export function outcomeOf(result: unknown): Outcome {
  if (result === undefined) return { kind: 'cancelled' };
  if (typeof result === 'object' && result !== null && 'refused' in result)
    return { kind: 'refused', reason: String(result.refused) };
  return { kind: 'done' };
}
