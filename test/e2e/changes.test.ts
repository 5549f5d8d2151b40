import assert from 'node:assert/strict';
import { useWorkbench } from './useWorkbench';

const view = 'Experiments';

describe('changing experiments in VS Code, end to end', function () {
  this.timeout(180_000);
  const used = useWorkbench();

  before('open the view', async () => {
    const { workbench } = used();
    await workbench.openView('Experiment Lens');
    await workbench.row(view, /^Running, \d+ experiments$/).waitFor();
  });

  it('edits one field after the other and saves them together (update)', async () => {
    const { workbench } = used();
    await workbench.chooseFromContextMenu(workbench.row(view, 'Homepage hero'), 'Edit Experiment');
    await workbench.pick('Name');
    await workbench.waitForTyped('Homepage hero');
    await workbench.type('');
    await workbench.accept();
    await workbench.quickInput.getByText('Give the experiment a name.').waitFor();
    await workbench.type('Homepage hero, taller');
    await workbench.accept();
    await workbench.quickInput.getByText('was: Homepage hero').waitFor();
    await workbench.pick(/^\S*\s?End/);
    await workbench.waitForTyped('');
    await workbench.type('1999-01-01');
    await workbench.accept();
    await workbench.quickInput.getByText('The end must be after the start.').waitFor();
    await workbench.pick(/^\S*\s?End/);
    await workbench.waitForTyped('1999-01-01');
    await workbench.type('');
    await workbench.accept();
    await workbench.pick('Save 1 change');
    await workbench.pressInDialog('Cancel');
    await workbench.pick('Save 1 change');
    await workbench.pressInDialog('Save');
    await workbench.row(view, 'Homepage hero, taller, Running').waitFor();
  });

  it('deletes from the context menu, and Undo brings it back (delete)', async () => {
    const { workbench } = used();
    await workbench.chooseFromContextMenu(workbench.row(view, 'Checkout button colour'), 'Delete Experiment');
    await workbench.dialog.getByText('disappear for everyone').waitFor();
    await workbench.pressInDialog('Delete');
    await workbench.row(view, 'Checkout button colour').waitFor({ state: 'detached' });
    await workbench.pressInNotification('Deleted “Checkout button colour”', 'Undo');
    await workbench.row(view, 'Checkout button colour, Running').waitFor();
  });

  it('remembers over a restart what was deleted, and restores it', async () => {
    const { workbench } = used();
    await workbench.chooseFromContextMenu(workbench.row(view, 'Checkout button colour'), 'Delete Experiment');
    await workbench.pressInDialog('Delete');
    await workbench.row(view, 'Checkout button colour').waitFor({ state: 'detached' });
    await workbench.page.reload();
    await workbench.row(view, 'Homepage hero, taller, Running').waitFor();
    await workbench.runCommand('Experiment Lens: Restore Deleted Experiment');
    await workbench.pick('Checkout button colour');
    await workbench.pressInDialog('Restore');
    await workbench.row(view, 'Checkout button colour, Running').waitFor();
  });

  it('makes a draft on a flag that it finds, and shows those in use without offering them', async () => {
    const { workbench } = used();
    await workbench.runCommand('Experiment Lens: Create Experiment');
    await workbench.pick('Use an existing flag');
    await workbench.quickInput.getByText('checkout-steps').waitFor();
    await workbench.type('homepage-hero');
    await workbench.quickInput.getByText('two experiments on one flag disturb each other').first().waitFor();
    await workbench.accept();
    assert.equal(await workbench.typed(), 'homepage-hero', 'a flag in use was taken');
    await workbench.type('checkout-steps');
    await workbench.quickInput.getByText('Steps of the checkout').waitFor();
    await workbench.accept();
    await workbench.waitForPrompt(/Its variants are the flag's: control 34, short 33, long 33/);
    await workbench.type('Fewer steps');
    await workbench.accept();
    await workbench.dialog.getByText('exists already and stays as it is').waitFor();
    await workbench.pressInDialog('Create Draft');
    await workbench.row(view, 'Fewer steps, ').waitFor();
  });

  it('follows a recalculation until the person has seen enough (recalculate_timeseries)', async () => {
    const { workbench } = used();
    await workbench.chooseFromContextMenu(
      workbench.row(view, 'Homepage hero, taller'),
      'Recalculate Daily Results',
    );
    await workbench.pick('Product seen');
    await workbench.dialog.getByText('deletes the stored days of this metric at once').waitFor();
    await workbench.pressInDialog('Recalculate');
    const progress = workbench.page
      .locator('.notification-list-item')
      .filter({ hasText: 'PostHog recalculates' });
    await progress.getByText(/\d+ of \d+ days/).waitFor();
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached' });
  });
});
