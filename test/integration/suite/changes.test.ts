import assert from 'node:assert/strict';
import { commands, type QuickPickItem, window } from 'vscode';
import type { Notifications } from './notifications';
import {
  type Confirmations,
  eventually,
  idOfFlag,
  lensTitles,
  runForId,
  script,
  useSampleProject,
} from './sampleProject';

const run = (command: string, argument: unknown): Thenable<unknown> =>
  commands.executeCommand(`experimentLens.${command}`, argument);
const lensOf = async (flagKey: string) =>
  (await lensTitles(await script(`posthog.isFeatureEnabled('${flagKey}')`)))[0];
const refusalOf = (result: unknown): string =>
  typeof result === 'object' && result !== null && 'refused' in result ? String(result.refused) : '';

describe('commands that change experiments', () => {
  let confirmations: Confirmations;
  let notifications: Notifications;
  const opened = useSampleProject();
  beforeEach(() => {
    ({ confirmations, notifications } = opened());
  });

  describe('editExperiment', () => {
    it('saves what was given after saying what changes', async () => {
      const id = await idOfFlag('checkout-button-colour');
      assert.equal(await runForId('editExperiment', { id, name: 'Checkout button paint' }), id);
      const [question] = confirmations.asked;
      assert.match(question?.message ?? '', /^Save 1 change to “Checkout button colour”\?$/);
      assert.match(question?.detail ?? '', /Name: “Checkout button colour” → “Checkout button paint”/);
      assert.match(refusalOf(await run('editExperiment', { id, name: 'Checkout button paint' })), /already/);
    });

    it('refuses what cannot be, and saves nothing without a yes', async () => {
      const id = await idOfFlag('checkout-button-colour');
      assert.match(refusalOf(await run('editExperiment', { id, name: ' ' })), /name/);
      assert.match(refusalOf(await run('editExperiment', { id, end: '1999-01-01' })), /after the start/);
      const draft = await runForId('createExperiment', { name: 'Dateless', flagKey: 'dateless' });
      assert.match(refusalOf(await run('editExperiment', { id: draft, start: '2026-01-01' })), /no dates/);
      confirmations.answer = false;
      assert.equal(await run('editExperiment', { id, name: 'Never' }), undefined);
      assert.match(confirmations.asked.at(-1)?.detail ?? '', /“Never”/);
    });
  });

  describe('deleteExperiment', () => {
    it('hides it after saying that the flag stays, and Undo brings it back', async () => {
      const id = await idOfFlag('homepage-hero');
      notifications.answer = 'Undo';
      assert.equal(await runForId('deleteExperiment', { id }), id);
      assert.match(confirmations.asked[0]?.detail ?? '', /disappear for everyone.*flag homepage-hero stays/s);
      assert.equal(confirmations.asked.length, 1, 'Undo asked once more');
      await eventually('it is back', () =>
        notifications.told.some((message) => message.startsWith('Restored')),
      );
      assert.equal(await idOfFlag('homepage-hero'), id);
    });

    it('frees the flag for another experiment, which is told what the flag is', async () => {
      const id = await runForId('createExperiment', { name: 'First', flagKey: 'used-twice' });
      await run('deleteExperiment', { id });
      assert.equal(await lensOf('used-twice'), undefined);
      assert.equal(await run('archiveExperiment', { id }).then(refusalOf), notifications.told.at(-1));
      const next = await runForId('createExperiment', { name: 'Second', flagKey: 'used-twice' });
      assert.ok(next !== undefined && next !== id);
      assert.match(
        confirmations.asked.at(-1)?.detail ?? '',
        /used-twice, which exists already.*The flag is off/s,
      );
    });
  });

  describe('restoreExperiment', () => {
    it('brings back by number, with the name it remembers, after asking', async () => {
      const id = await runForId('createExperiment', { name: 'Short-lived', flagKey: 'short-lived' });
      await run('deleteExperiment', { id });
      assert.equal(await runForId('restoreExperiment', { id }), id);
      assert.match(confirmations.asked.at(-1)?.message ?? '', /Restore “Short-lived”\?/);
      assert.match((await lensOf('short-lived')) ?? '', /Draft experiment/);
    });

    it('tells of a number that the project never had', async () => {
      assert.match(refusalOf(await run('restoreExperiment', { id: 987_654 })), /does not know/);
    });
  });

  describe('recalculateTimeseries', () => {
    it('begins after saying what is deleted, and says that the second time goes on', async () => {
      const id = await idOfFlag('company-workspaces');
      const begun = await run('recalculateTimeseries', { id });
      assert.match(JSON.stringify(begun), new RegExp(`^\\{"id":${id},"metricUuid":".+"\\}$`));
      assert.match(confirmations.asked[0]?.detail ?? '', /deletes the stored days of this metric at once/);
      assert.deepEqual(await run('recalculateTimeseries', begun), begun);
    });

    it('asks which metric where there are several', async () => {
      const original = window.showQuickPick;
      const offered: string[] = [];
      const pickSecond = async (rows: readonly QuickPickItem[]) => {
        offered.push(...rows.map(({ label }) => label));
        return rows[1];
      };
      Object.assign(window, { showQuickPick: pickSecond });
      try {
        await run('recalculateTimeseries', { id: await idOfFlag('one-page-checkout') });
      } finally {
        Object.assign(window, { showQuickPick: original });
      }
      assert.ok(offered.length > 1);
      assert.ok(confirmations.asked[0]?.message.includes(offered[1] ?? '?'));
    });

    it('is refused for a draft and for a metric that is gone', async () => {
      const draft = await runForId('createExperiment', { name: 'Unborn', flagKey: 'unborn' });
      assert.match(refusalOf(await run('recalculateTimeseries', { id: draft })), /Launch it first/);
      const id = await idOfFlag('company-workspaces');
      assert.match(
        refusalOf(await run('recalculateTimeseries', { id, metricUuid: 'gone' })),
        /no longer has/,
      );
    });
  });

  describe('createExposureCohort', () => {
    it('makes one after asking, and leads to it the second time (create_exposure_cohort_for_experiment)', async () => {
      const id = await idOfFlag('homepage-hero');
      const made = await run('createExposureCohort', { id });
      assert.match(JSON.stringify(made), /"cohortId":\d+/);
      assert.match(confirmations.asked[0]?.detail ?? '', /the users that the experiment counted since/);
      assert.match(notifications.told.join(), /Made the cohort “.+”\. PostHog is looking for its members/);
      assert.deepEqual(await run('createExposureCohort', { id }), made);
      assert.equal(confirmations.asked.length, 1);
      assert.match(notifications.told.at(-1) ?? '', /has an exposure cohort already/);
    });

    it('is refused for a draft', async () => {
      const draft = await runForId('createExperiment', { name: 'Unseen', flagKey: 'unseen' });
      assert.match(refusalOf(await run('createExposureCohort', { id: draft })), /exposed nobody yet/);
    });
  });

  describe('checkFlagImplementation', () => {
    it('tells what a sample of events says, as a hint (requires_flag_implementation)', async () => {
      const id = await idOfFlag('checkout-button-colour');
      assert.match(JSON.stringify(await run('checkFlagImplementation', { id })), /"flagsSeen":(true|false)/);
      assert.match(notifications.told.at(-1) ?? '', /sample of the last 7 days/);
      assert.equal(confirmations.asked.length, 0);
    });

    it('asks PostHog nothing where no metric names an event', async () => {
      const id = await runForId('createExperiment', { name: 'Unmeasured', flagKey: 'unmeasured' });
      assert.match(refusalOf(await run('checkFlagImplementation', { id })), /nothing to look at/);
    });
  });

  describe('createExperiment on an existing flag', () => {
    it('says that the flag stays as it is, whether it is on, and takes its variants', async () => {
      const id = await runForId('createExperiment', {
        name: 'On what there is',
        existingFlagKey: 'checkout-steps',
      });
      assert.ok(id);
      assert.match(
        confirmations.asked[0]?.detail ?? '',
        /checkout-steps, which exists already and stays as it is\. Its variants are control 34, short 33, long 33\. The flag is o/,
      );
      assert.match((await lensOf('checkout-steps')) ?? '', /control, short, long|flag already live/);
    });

    it('refuses a flag that another experiment uses, and one that is not there', async () => {
      const on = (existingFlagKey: string) =>
        run('createExperiment', { name: 'Twin', existingFlagKey }).then(refusalOf);
      assert.match(await on('homepage-hero'), /Another experiment uses this key/);
      assert.match(await on('no-such-flag-at-all'), /There is no feature flag no-such-flag-at-all any more/);
      assert.equal(confirmations.asked.length, 0);
    });
  });
});
