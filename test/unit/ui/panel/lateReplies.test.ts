import assert from 'node:assert/strict';
import type { ToWebview } from '../../../../src/shared/panelProtocol';
import type { ExperimentView } from '../../../../src/shared/panelView';
import { createExperimentPage } from '../../../../src/ui/panel/experimentPage';
import { deferred, everythingSettled } from '../../support/deferred';
import type { Answer } from '../../support/fakeTransport';
import { anAccount } from '../../support/memoryAccounts';
import { openPanel } from '../../support/openPanel';
import { wireDetail } from '../../support/wireExperiments';
import { serveLists } from '../../support/wireLists';

const panel = { kind: 'experiment', experimentId: 311, accountId: 'ada', projectId: 42 } as const;

describe('A reply that comes late', () => {
  /** A panel with a Refresh under way, whose reply the test holds back. */
  async function refreshing() {
    let gate: ReturnType<typeof deferred<Answer>> | undefined;
    const opened = await openPanel(
      (doors) => createExperimentPage(panel, doors),
      (request, signal) =>
        request.path.endsWith('/311/')
          ? (gate?.promise ?? { body: wireDetail })
          : serveLists([])(request, signal),
    );
    await opened.sessions.start();
    await opened.ready();
    await everythingSettled();
    const held = deferred<Answer>();
    gate = held;
    opened.wire.ask(900, 'refresh');
    await everythingSettled();
    const before = opened.wire.posted.length;
    const reply = async () => {
      held.resolve({ body: { ...wireDetail, name: 'Late name' } });
      await everythingSettled();
      return opened.wire.posted.slice(before);
    };
    return { ...opened, reply };
  }

  it('to a closed panel reaches nobody', async () => {
    const { host, reply } = await refreshing();
    host.dispose();
    assert.deepEqual(await reply(), []);
  });

  it('of a project that was left is not shown: the page hears that another one is open', async () => {
    const { accounts, sessions, surface, reply } = await refreshing();
    await accounts.chooseProject(anAccount(), { id: 43, name: 'Other' });
    await sessions.start();
    await everythingSettled();
    const posted = await reply();
    assert.doesNotMatch(JSON.stringify([posted, surface.title]), /Late name/);
    const told = (message: ToWebview | undefined) => {
      const view = message && ('view' in message ? message.view : 'result' in message && message.result);
      return (view as ExperimentView | undefined)?.trouble?.title;
    };
    const answer = posted.find((message) => message.kind === 'response' && message.id === 900);
    assert.equal(told(answer), 'Another project is open.');
    assert.equal(told(posted.findLast(({ kind }) => kind === 'changed')), 'Another project is open.');
  });
});
