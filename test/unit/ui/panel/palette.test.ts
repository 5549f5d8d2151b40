import assert from 'node:assert/strict';
import { panelOf } from '../../../../src/shared/panelTabs';
import { panelDocument } from '../../../../src/ui/panel/panelDocument';
import { createStatsPage } from '../../../../src/ui/panel/statsPage';
import { openPanel } from '../../support/openPanel';
import { serveLists } from '../../support/wireLists';

const state = { kind: 'stats', accountId: 'ada', projectId: 42 } as const;

describe('The colours of results', () => {
  it('are told when the setting changes, and again to a webview that comes back', async () => {
    const { host, ready, doors, wire } = await openPanel(() => createStatsPage(state), serveLists([]));
    const told = () =>
      wire.posted.flatMap((message) => (message.kind === 'palette' ? [message.palette] : []));
    await ready();
    assert.deepEqual(told(), ['colorblind']);
    doors.wantedPalette = 'theme';
    host.showPalette();
    assert.deepEqual(told(), ['colorblind', 'theme']);
    await ready();
    assert.deepEqual(told(), ['colorblind', 'theme', 'theme']);
  });
});

describe('The document of a panel', () => {
  const documentOf = (text: string) =>
    panelDocument({
      source: 'https://panel',
      styleUri: 'https://panel/panel.css',
      scriptUris: [],
      state: panelOf(state),
      palette: 'theme',
      name: text,
      status: text,
      verdict: text,
    });

  it('holds name, status, last verdict and palette before its script runs', () => {
    const html = documentOf('test won');
    assert.match(html, /<h1>test won<\/h1>\s*<p>test won<\/p>\s*<p class="verdict-sentence">test won<\/p>/);
    assert.match(html, /<body data-palette="theme">/);
  });

  it('shows names as text, whatever they contain', () => {
    const html = documentOf(`"'><img src=x onerror="alert(1)"></script>$&`);
    assert.doesNotMatch(html, /<img|<\/script>\$/);
    assert.ok(html.includes('&lt;img'));
  });
});
