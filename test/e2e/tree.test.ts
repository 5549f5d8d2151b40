import assert from 'node:assert/strict';
import { useWorkbench } from './useWorkbench';

const view = 'Experiments';
/** The newest running experiment of the sample that has results by now: its verdict is among the first to come. */
const withVerdict = 'New onboarding flow';

describe('the tree of experiments, end to end', function () {
  this.timeout(240_000);
  const used = useWorkbench();
  const labels = async (text: string | RegExp) =>
    (await used().workbench.treeRows(view)).filter((label) =>
      typeof text === 'string' ? label.startsWith(text) : text.test(label),
    );
  /** Or folds it, when it is open. */
  const expand = (text: string | RegExp) =>
    used().workbench.row(view, text).locator('.monaco-tl-twistie').click();

  before('open the view', async () => {
    const { workbench } = used();
    await workbench.openView('Experiment Lens');
    await workbench.row(view, /^Running, \d+ experiments$/).waitFor();
    await workbench.foldView('In This File');
  });

  it('says the verdict of running experiments, each with its direction, and the rest as before', async () => {
    const { workbench } = used();
    await workbench
      .row(view, new RegExp(`^${withVerdict}, Running \\d+ d, test leading \\+\\d+\\.\\d%`))
      .waitFor();
    assert.deepEqual(await labels('Gift wrapping option'), ['Gift wrapping option, Draft, 2 variants 50/50']);
    const [paused = ''] = await labels('Recently viewed strip');
    assert.match(paused, /^Recently viewed strip, Paused · launched \d+ d ago, flag off$/);
  });

  it('opens an experiment into its metrics, variants and facts, and a metric into its variants', async () => {
    const { workbench } = used();
    await expand('Checkout button colour');
    await workbench.row(view, /^metric, Purchase, test won \+\d+\.\d% against control, .*primary$/).waitFor();
    for (const label of [
      /^[\d,]+ users, control [\d,]+, test [\d,]+, split as planned, as of /,
      /^metric, Orders per visitor, .*secondary$/,
      /^variant, control, 50%, baseline$/,
      /^checkout-button-colour, flag, on$/,
      /^Since \d+ \w+ \d{4} \(\d+ d\)$/,
      /, created it on \d+ \w+ \d{4}$/,
    ]) {
      assert.equal((await labels(label)).length, 1, String(label));
    }
    await expand(/^metric, Purchase/);
    await workbench
      .row(
        view,
        /^test won on Purchase: \+\d+\.\d\d% \[.*\] vs control, .* chance to win, [\d.]+%, [\d,]+ users$/,
      )
      .waitFor();
  });

  it('has an icon and words for every row', async () => {
    const rows = used().workbench.tree(view).getByRole('treeitem');
    for (const row of await rows.all()) {
      const label = (await row.getAttribute('aria-label')) ?? '';
      assert.doesNotMatch(label, /[▲▼⚠]|\$\(/, label);
      const isGroup = /^\w+, \d+ experiments?$/.test(label);
      assert.equal((await row.locator('.codicon:not(.monaco-tl-twistie)').count()) > 0, !isGroup, label);
    }
  });

  it('says more when the mouse rests on a row', async () => {
    const { workbench } = used();
    await workbench.row(view, 'Checkout button colour, ').hover();
    const hover = workbench.page.locator('.monaco-hover', { hasText: 'Checkout button colour — Running' });
    await hover.waitFor();
    const text = (await hover.innerText()).replaceAll('\u00a0', ' ');
    assert.match(
      text,
      /test won on Purchase: \+\d+\.\d\d% \[\d+\.\d\d%, \d+\.\d\d%\] vs control, .* chance to win/,
    );
    assert.match(text, /control \d+\.\d\d% → test \d+\.\d\d% \(\+\d+\.\d\d pp\)/);
    assert.match(text, /Metrics: Purchase, Orders per visitor, Revenue per visitor/);
    await workbench.page.mouse.move(900, 600);
  });

  it('says below an experiment that it could not be read, and reads it when asked to', async () => {
    const { workbench, sandbox } = used();
    await sandbox.addFault({ path: '/experiments/\\d+/$', status: 403, times: 1 });
    // Room for the rows below.
    await expand('Checkout button colour');
    await expand('Gift wrapping option');
    const failed = workbench.row(view, /^Not allowed, Retry$/);
    await failed.waitFor();
    assert.equal((await labels(/^gift-wrapping/)).length, 1, 'what the list knows is gone');
    await failed.click();
    await failed.waitFor({ state: 'detached' });
  });

  it('shows the list of the last time with its age while the first one is read', async () => {
    const { workbench, sandbox } = used();
    await sandbox.addFault({ path: '/experiments/\\?', delayMs: 8_000, times: 2 });
    await workbench.page.reload();
    await workbench.row(view, /^List as of (just now|\d+ min ago), reading it again$/).waitFor();
    assert.equal((await labels('Checkout button colour, Running')).length, 1);
    await workbench.row(view, /^List as of /).waitFor({ state: 'detached' });
  });

  it('offers to sign in when the key is not accepted any more', async () => {
    const { workbench, sandbox } = used();
    await sandbox.addFault({ path: '/experiments/\\?', status: 401, times: 2 });
    await workbench.runCommand('Experiment Lens: Refresh Experiments');
    await workbench.row(view, /^API key not accepted · as of .*, Retry$/).waitFor();
    await workbench.row(view, /^Sign In, with another key$/).waitFor();
    await workbench.row(view, /^API key not accepted/).click();
    await workbench.row(view, /^Sign In/).waitFor({ state: 'detached' });
  });
});
