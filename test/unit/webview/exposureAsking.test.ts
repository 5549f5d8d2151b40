import assert from 'node:assert/strict';
import type { ExposureDemand } from '../../../src/shared/panelExposures';
import { createExposureAsking } from '../../../webview/exposureAsking';
import { deferred, everythingSettled, type Deferred } from '../support/deferred';

function open() {
  const asked: { demand: ExposureDemand; signal: AbortSignal; answer: Deferred<unknown> }[] = [];
  let changes = 0;
  const asking = createExposureAsking(
    (demand, signal) => {
      const answer = deferred<unknown>();
      signal.addEventListener('abort', () => answer.reject(signal.reason));
      asked.push({ demand, signal, answer });
      return answer.promise;
    },
    () => changes++,
  );
  return { asking, asked, demands: () => asked.map(({ demand }) => demand), changes: () => changes };
}

describe('Asking for exposures', () => {
  it('begins once the experiment was read, once for each reading', async () => {
    const { asking, asked, demands } = open();
    asking.askFor(undefined);
    assert.deepEqual(demands(), []);
    asking.askFor(1);
    asking.askFor(1);
    asked[0]?.answer.resolve({});
    await everythingSettled();
    asking.askFor(1);
    assert.deepEqual(demands(), ['if unknown']);
    asking.askFor(2);
    assert.deepEqual(demands(), ['if unknown', 'if unknown']);
  });

  it('does not ask again while PostHog counts, unless a person wants it', async () => {
    const { asking, asked, demands } = open();
    asking.askFor(1);
    asking.askFor(2);
    assert.deepEqual(demands(), ['if unknown']);
    asking.ask('anew');
    assert.deepEqual(demands(), ['if unknown', 'anew']);
    assert.deepEqual(
      asked.map(({ signal }) => signal.aborted),
      [true, false],
    );
    await everythingSettled();
    assert.ok(asking.isAsking());
    assert.equal(asking.failure(), undefined);
  });

  it('stops without calling that a failure', async () => {
    const { asking, changes } = open();
    asking.ask('again');
    const before = changes();
    asking.stop();
    await everythingSettled();
    assert.deepEqual([asking.isAsking(), asking.failure()], [false, undefined]);
    assert.ok(changes() > before);
  });

  it('says why the host gave no answer, until it is asked again', async () => {
    const { asking, asked } = open();
    asking.ask('again');
    asked[0]?.answer.reject(new Error('The project is being opened.'));
    await everythingSettled();
    assert.equal(asking.failure(), 'The project is being opened.');
    asking.ask('again');
    assert.equal(asking.failure(), undefined);
  });
});
