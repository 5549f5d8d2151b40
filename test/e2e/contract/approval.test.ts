import assert from 'node:assert/strict';
import { ok } from './client';
import { createRunning, retrieve } from './make';
import { useServer } from './useServer';

interface Approval {
  readonly status: string;
  readonly detail: string;
  readonly message: string;
  readonly resource_type: string;
  readonly resource_id: string;
  readonly change_request_id: string;
}

describe('a stranger ships a variant of a flag whose changes wait for approval', () => {
  const server = useServer(['--era=F', '--approval=guarded-flag']);

  it('and gets a 409 with the request that waits, and nothing has changed', async () => {
    const made = await createRunning(server.client, { feature_flag_key: 'guarded-flag' });
    const body = { variant_key: 'test', conclusion: 'won' };
    const refused = await ok(server.client.post<Approval>(`experiments/${made.id}/ship_variant/`, body), 409);
    assert.equal(refused.status, 'approval_required');
    assert.deepEqual(
      [refused.resource_type, refused.resource_id],
      ['feature_flag', String(made.feature_flag.id)],
    );
    assert.ok(refused.change_request_id !== '' && refused.detail !== '' && refused.message !== '');
    const after = await retrieve(server.client, made.id);
    assert.deepEqual([after.status, after.conclusion], ['running', null]);
    assert.deepEqual(after.feature_flag.filters, made.feature_flag.filters);
  });
});
