import assert from 'node:assert/strict';
import { sandboxKeys } from '../../src/sandbox/keys';
import { useWorkbench } from './useWorkbench';

const view = 'Experiments';

describe('signing in, end to end', function () {
  this.timeout(180_000);
  const used = useWorkbench({ signedIn: false });

  before('open the view', () => used().workbench.openView('Experiment Lens'));

  it('welcomes with two ways in and says which scopes a key needs', async () => {
    const { workbench } = used();
    await workbench.page.getByRole('button', { name: 'Sign In to PostHog' }).waitFor();
    await workbench.page.getByRole('button', { name: 'Use Sample Data' }).waitFor();
    assert.ok(await workbench.page.getByText('experiment:write').first().isVisible());
  });

  it('tells a key that the host does not know, and one that may not read experiments', async () => {
    const { workbench, sandbox } = used();
    await workbench.page.getByRole('button', { name: 'Sign In to PostHog' }).click();
    await workbench.pick('My own host');
    await workbench.waitForPrompt('Address of your PostHog');
    await workbench.type('not a host at all');
    await workbench.accept();
    await workbench.quickInput.getByText('This is no web address.').waitFor();
    await workbench.type('http://posthog.example.com');
    await workbench.accept();
    await workbench.waitForPrompt('http://posthog.example.com/settings');
    await workbench.type('phx_not_sent');
    await workbench.accept();
    await workbench.dialog.getByText('Send the API key to http://posthog.example.com unencrypted?').waitFor();
    await workbench.pressInDialog('Cancel');
    await workbench.waitForPrompt('Personal API key');
    await workbench.goBack();
    await workbench.waitForPrompt('Address of your PostHog');
    await workbench.type(`${sandbox.url}/project/1/experiments`);
    await workbench.accept();
    await workbench.waitForPrompt('Personal API key');
    await workbench.type('phx_unknown');
    await workbench.accept();
    await workbench.pressInNotification('does not accept the API key', 'Try Again');
    await workbench.waitForPrompt('Personal API key');
    assert.equal(await workbench.typed(), 'phx_unknown', 'what was typed is gone');
    await workbench.type(sandboxKeys.withoutExperiments.value);
    await workbench.accept();
    await workbench.pressInNotification('may not read experiments', 'Try Again');
    await workbench.waitForPrompt('Personal API key');
  });

  it('signs in with a good key and asks which project', async () => {
    const { workbench } = used();
    await workbench.type(sandboxKeys.full.value);
    await workbench.accept();
    await workbench.waitUntil('the projects', async () => (await workbench.quickPickRows()).length >= 2);
    await workbench.accept();
    await workbench.row(view, /^Running, \d+ experiments$/).waitFor();
  });

  it('switches the project', async () => {
    const { workbench } = used();
    await workbench.runCommand('Experiment Lens: Select Project');
    await workbench.pick('Wholesale');
    await workbench.row(view, 'Order form for whole pallets').waitFor();
    assert.ok(!(await workbench.treeRows(view)).some((row) => row.startsWith('Checkout button colour')));
  });

  it('signs out to the welcome, and shows the sample data without an account', async () => {
    const { workbench } = used();
    await workbench.runCommand('Experiment Lens: Sign Out');
    await workbench.page.getByRole('button', { name: 'Use Sample Data' }).click();
    await workbench.row(view, 'Checkout button colour, Running').waitFor();
  });
});
