import assert from 'node:assert/strict';
import { createApiCaller } from '../../../src/core/api/caller';
import { PostHogClient } from '../../../src/core/api/client';
import { findConcerns } from '../../../src/core/experiment/health';
import { createSession } from '../../../src/core/session';
import { findKnown } from '../../../src/core/store/findKnown';
import { knownExperiments } from '../../../src/core/store/knownExperiments';
import { lastLoaded } from '../../../src/core/store/resource';
import { loadExposures } from '../../../src/core/useCase/loadExposures';
import { refreshExperiments } from '../../../src/core/useCase/refreshExperiments';
import { runQuery } from '../../../src/core/useCase/runQuery';
import { eraNames } from '../../../src/sandbox/era';
import { createSandbox, type SandboxOptions } from '../../../src/sandbox/inProcessTransport';
import { MemoryStorage } from '../support/memoryStorage';
import { never } from '../support/openSession';
import { nowMs } from './sandboxClient';

/** A session on the sandbox, on a clock that moves only while a query is waited for. */
async function openShop(options: SandboxOptions) {
  const sandbox = createSandbox({ nowMs, ...options });
  const { transport, projectId, control } = sandbox;
  const session = createSession(
    {
      accountId: 'ada',
      projectId,
      webUrl: undefined,
      client: new PostHogClient(createApiCaller(transport)),
      storage: new MemoryStorage(),
      now: () => control.advance(0),
    },
    'Shop',
  );
  await refreshExperiments(session, never);
  const run: typeof runQuery = (client, query, signal) =>
    runQuery(client, query, signal, {
      sleep: async (spanMs) => {
        control.advance(spanMs);
      },
    });

  async function read(flagKey: string) {
    const row = knownExperiments(session.store.state).find((experiment) => experiment.flagKey === flagKey);
    assert.ok(row, flagKey);
    await loadExposures(session, row.id, never, { run });
    const { state } = session.store;
    const known = findKnown(state, lastLoaded(state.details.get(row.id))?.value ?? row);
    const resource = state.exposures.get(row.id);
    return { known, resource, codes: findConcerns(known, session.now()).map(({ code }) => code) };
  }

  return { read };
}

/** What is wrong with an experiment, by the key of its flag. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  'account-menu': ['srm'],
  'gift-finder': ['bias_risk_multiple_excluded'],
  'barcode-scanner': ['zero_exposures'],
  'night-colours': [],
  'referral-code': ['exposures_stopped'],
  'landing-page-photo': ['no_metric'],
  'warehouse-pickup': ['flag_off_while_running', 'zero_exposures'],
  'new-logo': ['variant_shipped_while_running'],
  'help-centre-search': ['long_running'],
};

describe('The health of sample experiments', () => {
  for (const era of eraNames) {
    it(`is found by their exposures on servers of generation ${era}`, async () => {
      const { read } = await openShop({ era });
      const found: Record<string, readonly string[]> = {};
      for (const flagKey of [...Object.keys(wrong), 'voice-search'])
        found[flagKey] = (await read(flagKey)).codes;
      // Where PostHog itself finds a mismatch, too, that is told beside.
      const { 'voice-search': silent, ...others } = found;
      assert.equal(silent?.[0], 'one_armed');
      assert.deepEqual(others, wrong);
    });
  }

  it('cannot be told by a key that may not query, which is said', async () => {
    const { read } = await openShop({ faults: [{ path: '/query/', status: 403 }] });
    const { resource } = await read('account-menu');
    assert.equal(resource?.state === 'failed' && resource.error.kind, 'forbidden');
  });
});
