import assert from 'node:assert/strict';
import { commands, env, extensions } from 'vscode';
import type { Notifications } from './notifications';
import {
  type Confirmations,
  idOfFlag,
  givenLenses,
  lensTitles,
  runForId,
  script,
  useSampleProject,
} from './sampleProject';

describe('commands on the sample project', () => {
  let confirmations: Confirmations;
  let notifications: Notifications;
  const opened = useSampleProject();
  beforeEach(() => {
    ({ confirmations, notifications } = opened());
  });

  it('registers every command of the manifest', async () => {
    const manifest = extensions.getExtension('experiment-lens.experiment-lens')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const declared = manifest.contributes.commands.map(({ command }) => command);
    const registered = (await commands.getCommands(true)).filter((id) => id.startsWith('experimentLens.'));
    assert.ok(declared.length > 10);
    assert.deepEqual(
      declared.filter((id) => !registered.includes(id)),
      [],
    );
  });

  it('creates a draft after saying what it will make', async () => {
    const id = await runForId('createExperiment', { name: 'Louder footer', flagKey: 'louder-footer' });
    assert.ok(id);
    const [question] = confirmations.asked;
    assert.match(question?.message ?? '', /Louder footer/);
    assert.match(question?.detail ?? '', /louder-footer.*control 50, test 50.*off/s);
    assert.deepEqual(await lensTitles(await script(`posthog.isFeatureEnabled('louder-footer')`)), [
      '$(circle-outline)\u00a0Draft experiment · control, test',
    ]);
  });

  it('takes variants in shares and refuses shares that do not sum to 100', async () => {
    const variants = [
      { key: 'control', rolloutPercent: 34 },
      { key: 'blue', rolloutPercent: 33 },
      { key: 'green', rolloutPercent: 33 },
    ];
    const id = await runForId('createExperiment', {
      name: 'Three colours',
      flagKey: 'three-colours',
      variants,
    });
    assert.ok(id);
    assert.deepEqual(await lensTitles(await script(`posthog.isFeatureEnabled('three-colours')`)), [
      '$(circle-outline)\u00a0Draft experiment · control, blue, green',
    ]);
    const uneven = variants.slice(0, 2);
    const refused = await runForId('createExperiment', {
      name: 'Two',
      flagKey: 'two-colours',
      variants: uneven,
    });
    assert.equal(refused, undefined);
  });

  it('creates nothing when the person says no', async () => {
    confirmations.answer = false;
    const wanted = { name: 'Never made', flagKey: 'never-made' };
    assert.equal(await runForId('createExperiment', wanted), undefined);
    assert.equal(confirmations.asked.length, 1);
    assert.deepEqual(await lensTitles(await script(`posthog.isFeatureEnabled('never-made')`)), []);
  });

  it('refuses a flag key that another experiment uses, or that PostHog would refuse', async () => {
    assert.equal(await runForId('createExperiment', { name: 'Twin', flagKey: 'express-pay' }), undefined);
    assert.equal(await runForId('createExperiment', { name: 'Odd', flagKey: 'no spaces' }), undefined);
    assert.equal(confirmations.asked.length, 0, 'asked although it cannot be done');
  });

  it('duplicates onto a flag of its own', async () => {
    const original = await idOfFlag('express-pay');
    const copy = await runForId('duplicateExperiment', { id: original, flagKey: 'express-pay-again' });
    assert.ok(copy);
    assert.notEqual(copy, original);
    assert.equal(await idOfFlag('express-pay-again'), copy);
    assert.equal(await idOfFlag('express-pay'), original);
    assert.equal(await runForId('duplicateExperiment', { id: original, flagKey: 'express-pay' }), undefined);
  });

  it('archives an ended experiment and brings it back', async () => {
    const id = await idOfFlag('product-video-autoplay');
    assert.equal(await runForId('archiveExperiment', { id }), id);
    const code = await script(`posthog.isFeatureEnabled('product-video-autoplay')`);
    assert.deepEqual(await lensTitles(code), [
      '$(archive)\u00a0Archived experiment: this flag check can likely go',
    ]);
    assert.equal(await runForId('archiveExperiment', { id }), undefined, 'archived twice');
    assert.equal(await runForId('unarchiveExperiment', { id }), id);
    assert.match(
      (await lensTitles(code))[0] ?? '',
      /^\$\(check\)\sEnded .* · Inconclusive · this flag check can go$/,
    );
  });

  it('does not archive what has not ended', async () => {
    const id = await runForId('createExperiment', { name: 'Young', flagKey: 'young-draft' });
    confirmations.asked.length = 0;
    assert.equal(await runForId('archiveExperiment', { id }), undefined);
    assert.equal(confirmations.asked.length, 0);
  });

  it('tells of an experiment that does not exist, asks nothing and goes on', async () => {
    assert.equal(await runForId('archiveExperiment', { id: 987_654 }), undefined);
    assert.match(notifications.told.join(), /PostHog does not know this: Not found\./);
    assert.equal(confirmations.asked.length, 0);
    assert.ok(await runForId('createExperiment', { name: 'After it', flagKey: 'after-it' }));
  });

  it('tells who called whether it was done, left or refused', async () => {
    const archive = (id: number) => commands.executeCommand('experimentLens.archiveExperiment', { id });
    const running = await idOfFlag('homepage-hero');
    assert.match(JSON.stringify(await archive(running)), /^\{"refused":"“.+”: .+"\}$/);
    assert.match(JSON.stringify(await archive(987_654)), /^\{"refused":"PostHog does not know this/);
    confirmations.answer = false;
    assert.equal(await archive(await idOfFlag('product-video-autoplay')), undefined);
    assert.deepEqual(await commands.executeCommand('experimentLens.copyFlagKey', { id: running }), {
      id: running,
    });
  });

  it('copies the flag key', async () => {
    await commands.executeCommand('experimentLens.copyFlagKey', { id: await idOfFlag('express-pay') });
    assert.equal(await env.clipboard.readText(), 'express-pay');
  });

  it('forgets everything on sign-out', async () => {
    const code = await script(`posthog.isFeatureEnabled('express-pay')`);
    assert.equal((await lensTitles(code)).length, 1);
    await commands.executeCommand('experimentLens.signOut');
    assert.deepEqual(await givenLenses(code), []);
  });
});
