import assert from 'node:assert/strict';
import type { ToHost } from '../../src/shared/panelProtocol';
import type { ExperimentPanelState } from '../../src/shared/panelView';
import { colourCounts } from './colours';
import { type PanelPage, until, usePanelPages } from './panelPage';

const metricOptions = 'Primary: Purchase completedSecondary: Average basket';

describe('using the panel in a browser', function () {
  this.timeout(20_000);
  const open = usePanelPages();

  it('changes the metric by keyboard and remembers it over a reload', async () => {
    const panel = await open('running-won');
    await panel.canvas.waitFor();
    const first = await panel.summary.first().textContent();
    await panel.picker.focus();
    await panel.page.keyboard.press('Enter');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Enter');
    await until(async () => (await panel.summary.first().textContent()) !== first, 'another summary');
    assert.equal((await panel.harness<ExperimentPanelState>('harness.savedState()')).metricUuid, 'm-revenue');
    assert.match((await panel.picker.textContent()) ?? '', /Secondary: Average basket/);
    const second = await panel.summary.first().textContent();
    await panel.page.reload();
    await until(async () => (await panel.summary.first().textContent()) === second, 'the same summary');
    assert.equal(
      await panel.page.evaluate(`document.querySelector('vscode-dropdown').displayValue`),
      'Secondary: Average basket',
    );
    assert.deepEqual(panel.complaints, []);
  });

  it('hides a variant from chart and summary, by keyboard, and remembers it', async () => {
    const panel = await open('four-variants');
    await panel.canvas.waitFor();
    await panel.page.getByRole('checkbox', { name: 'emoji' }).press('Space');
    await until(async () => (await panel.summary.count()) === 3, 'three sentences');
    assert.equal((await colourCounts(panel))['195,155,234'], undefined);
    assert.deepEqual((await panel.harness<ExperimentPanelState>('harness.savedState()')).hiddenVariants, [
      'emoji',
    ]);
    await panel.page.reload();
    await until(async () => (await panel.summary.count()) === 3, 'three sentences after the reload');
    assert.equal(await panel.page.getByRole('checkbox', { name: 'emoji' }).isChecked(), false);
  });

  it('keeps focus, scroll and pick while the experiment changes', async () => {
    const panel = await open('four-variants', { width: 320 });
    await panel.canvas.waitFor();
    await panel.picker.focus();
    assert.equal(await focusedText(panel.page), metricOptions);
    await panel.page.evaluate('window.scrollTo(0, 150)');
    await panel.harness(`harness.changed({ loadedMs: Date.now() + 1 })`);
    await panel.page.getByText('Read from PostHog just now').waitFor();
    assert.equal(await focusedText(panel.page), metricOptions);
    assert.equal(await panel.page.evaluate('window.scrollY'), 150);
  });

  it('moves the focus on when the action that has it is gone', async () => {
    const panel = await open('archived');
    await panel.canvas.waitFor();
    await panel.button('Unarchive').focus();
    await panel.harness(
      `harness.changed({ content: { ...harness.view().content, actions: ['archive', 'copyFlagKey'] } })`,
    );
    await panel.button('Archive…').waitFor();
    assert.equal(await focusedText(panel.page), 'Archive…');
  });

  it('gives up on a host that does not answer, says so, and tries again', async () => {
    const panel = await open('loading', { frozen: true });
    // The host itself takes up to 160 s to give up, and then says why.
    await panel.page.clock.fastForward(165_000);
    assert.equal(await panel.alert.first().isVisible(), false);
    await panel.page.clock.fastForward(40_000);
    await panel.alert.getByText('No answer within 200 seconds.').waitFor();
    const received = await panel.harness<ToHost[]>('harness.received');
    assert.deepEqual(
      received.map((message) => (message.kind === 'request' ? message.method : message.kind)),
      ['ready', 'abort'],
    );
    await panel.button('Retry').first().click();
    await until(async () => !(await panel.alert.first().isVisible()), 'no error while it tries again');
    assert.equal((await panel.harness<ToHost[]>('harness.received')).length, 3);
  });

  it('keeps the daily results on screen when they cannot be read again', async () => {
    const panel = await open('running-won');
    await panel.canvas.waitFor();
    await panel.harness(`harness.fail('timeseries', 'PostHog is down.')`);
    await panel.button('Refresh').click();
    await panel.alert.getByText('PostHog is down.').waitFor();
    assert.ok(await panel.canvas.isVisible());
    await panel.harness(`harness.fail('timeseries', undefined)`);
    await panel.alert.getByText('Retry').click();
    await until(
      async () => (await panel.page.getByText('PostHog is down.').count()) === 0,
      'no error any more',
    );
  });

  it('tells how old the daily results are, and goes on telling', async () => {
    const panel = await open('running-won', { frozen: true });
    await panel.page.getByText('Computed 3 h ago.').waitFor();
    await panel.page.clock.fastForward('01:00:30');
    await panel.page.getByText('Computed 4 h ago.').waitFor();
  });

  it('offers the way back to its project when it is signed out, and no endless Reading', async () => {
    for (const [state, word, remedy] of [
      ['signed-out', 'Sign In', 'signIn'],
      ['other-project', 'Select Project', 'selectProject'],
    ] as const) {
      const panel = await open(state);
      await panel.alert.locator('vscode-button', { hasText: word }).click();
      assert.deepEqual(await panel.asked('remedy'), [{ remedy }]);
      assert.equal(await panel.page.getByText('Reading').filter({ visible: true }).count(), 0);
      // What the host wrote into the document at first.
      assert.equal(await panel.page.getByText('Running').count(), 0);
    }
  });

  it('asks PostHog itself on Refresh, and tells the age of what it shows', async () => {
    const panel = await open('running-won', { frozen: true });
    await panel.page.getByText('Read from PostHog 5 min ago').waitFor();
    await panel.page.clock.fastForward(61_000);
    await panel.page.getByText('Read from PostHog 6 min ago').waitFor();
    await panel.button('Refresh').click();
    await panel.page.getByText('Read from PostHog just now').waitFor();
    await until(
      async () => (await panel.asked<{ fresh: boolean }>('timeseries')).some(({ fresh }) => fresh),
      'fresh daily results',
    );
  });

  it('runs an action and says what became of it', async () => {
    const panel = await open('running-won');
    const status = panel.page.getByRole('status');
    await choose(panel, 'Copy Flag Key');
    await status.getByText('Flag key copied.').waitFor({ state: 'attached' });
    await panel.harness(`harness.outcome({ kind: 'cancelled' })`);
    await choose(panel, 'Duplicate…');
    await status.getByText('Cancelled.').waitFor({ state: 'attached' });
    await panel.harness(`harness.outcome({ kind: 'refused', reason: 'It is running.' })`);
    await choose(panel, 'Duplicate…');
    await panel.alert.getByText('It is running.').waitFor();
    assert.equal(await status.getByText('Duplicated.').count(), 0);
    await panel.harness(`harness.fail('act', 'The flag key is taken.')`);
    await choose(panel, 'Duplicate…');
    await panel.alert.getByText('The flag key is taken.').waitFor();
    await panel.button('Dismiss').click();
    await until(async () => !(await panel.alert.first().isVisible()), 'no error any more');
  });

  it('asks for the daily results again once they are recalculated, and not when nothing was done', async () => {
    const panel = await open('running-won');
    const asked = async () => (await panel.asked('timeseries')).length;
    await panel.harness(`harness.outcome({ kind: 'cancelled' })`);
    const before = await asked();
    await choose(panel, 'Recalculate…');
    await panel.page.getByRole('status').getByText('Cancelled.').waitFor({ state: 'attached' });
    assert.equal(await asked(), before);
    await panel.harness(`harness.outcome({ kind: 'done' })`);
    await choose(panel, 'Recalculate…');
    await until(async () => (await asked()) === before + 1, 'the daily results, again');
  });
});

async function choose({ page }: PanelPage, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

function focusedText(page: { evaluate: <T>(expression: string) => Promise<T> }): Promise<string | null> {
  return page.evaluate('document.activeElement.textContent');
}
