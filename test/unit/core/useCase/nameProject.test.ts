import assert from 'node:assert/strict';
import { nameProject } from '../../../../src/core/useCase/nameProject';
import { openSession } from '../../support/openSession';

describe('Naming the project', () => {
  it('takes the name of the server', async () => {
    const { session } = openSession([{ body: { id: 42, name: 'Shop' } }]);
    await nameProject(session);
    assert.equal(session.store.state.projectName, 'Shop');
  });

  it('takes the time zone of its days', async () => {
    const { session } = openSession([{ body: { id: 42, name: 'Shop', timezone: 'Europe/Berlin' } }]);
    assert.equal(session.store.state.timeZone, undefined);
    await nameProject(session);
    assert.equal(session.store.state.timeZone, 'Europe/Berlin');
  });

  it('leaves the name as it was when the key may not tell', async () => {
    const { session } = openSession([{ status: 403, body: {} }]);
    await nameProject(session);
    assert.equal(session.store.state.projectName, 'Web');
  });
});
