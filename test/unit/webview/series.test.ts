import assert from 'node:assert/strict';
import type { TimeseriesView } from '../../../src/shared/panelSeries';
import type { Rpc } from '../../../webview/rpc';
import { createSeriesStore } from '../../../webview/series';
import { deferred, everythingSettled } from '../support/deferred';

/** The store of daily results, with a host that answers when the test says. */
function open() {
  const asked: {
    readonly metricUuid: string;
    readonly signal: AbortSignal | undefined;
    readonly answer: (text: string) => void;
    readonly fail: (message: string) => void;
  }[] = [];
  const request = (
    _method: string,
    { metricUuid }: { readonly metricUuid: string },
    options: { readonly signal?: AbortSignal } = {},
  ) => {
    const { promise, resolve, reject } = deferred<TimeseriesView>();
    asked.push({
      metricUuid,
      signal: options.signal,
      answer: (methodText) => resolve({ metricUuid, methodText } as TimeseriesView),
      fail: (message) => reject(new Error(message)),
    });
    return promise;
  };
  let changes = 0;
  const series = createSeriesStore({ request } as unknown as Rpc<'experiment'>, () => changes++);
  return {
    asked,
    series,
    changes: () => changes,
    shown: (metricUuid: string) => series.get(metricUuid)?.view?.methodText,
  };
}

describe('The daily results that a page has', () => {
  it('are those of the newest click, whichever reply comes last', async () => {
    const { asked, series, shown } = open();
    series.load('a', 'if unknown');
    series.load('a', 'fresh');
    assert.equal(asked[0]?.signal?.aborted, true, 'the host goes on for nobody');
    asked[1]?.answer('newer');
    await everythingSettled();
    asked[0]?.answer('older');
    await everythingSettled();
    assert.equal(shown('a'), 'newer');
  });

  it('stay when the older click fails late', async () => {
    const { asked, series, shown } = open();
    series.load('a', 'if unknown');
    series.load('a', 'fresh');
    asked[1]?.answer('newer');
    await everythingSettled();
    asked[0]?.fail('Timed out.');
    await everythingSettled();
    assert.deepEqual([shown('a'), series.get('a')?.error], ['newer', undefined]);
  });

  it('are never taken for those of another metric', async () => {
    const { asked, series, shown } = open();
    series.load('a', 'if unknown');
    series.load('b', 'if unknown');
    asked[1]?.answer('of b');
    asked[0]?.answer('of a');
    await everythingSettled();
    assert.deepEqual([shown('a'), shown('b')], ['of a', 'of b']);
  });

  it('are dropped when the page has been left', async () => {
    const { asked, series, shown, changes } = open();
    series.load('a', 'if unknown');
    series.clear();
    const before = changes();
    asked[0]?.answer('late');
    await everythingSettled();
    assert.deepEqual([shown('a'), changes(), asked[0]?.signal?.aborted], [undefined, before, true]);
  });

  it('are asked for once until they are old, and then what is known stays on screen', async () => {
    const { asked, series, shown } = open();
    series.load('a', 'if unknown');
    series.load('a', 'again');
    asked[0]?.answer('first');
    await everythingSettled();
    series.load('a', 'if unknown');
    assert.equal(asked.length, 1);
    series.expire();
    series.load('a', 'if unknown');
    assert.deepEqual([asked.length, shown('a'), series.get('a')?.loading], [2, 'first', true]);
  });
});
