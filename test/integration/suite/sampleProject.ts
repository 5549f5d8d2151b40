import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  extensions,
  type Tab,
  TabInputWebview,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { TestApi } from '../../../src/extension';
import type { EditorParts } from '../../../src/ui/editor/createEditor';
import type { SandboxControl } from '../../../src/sandbox/control';
import type { Question } from '../../../src/core/dialog/question';
import { hearNotifications, type Notifications } from './notifications';

/** The test's own answer to every confirmation, and what was asked. */
export interface Confirmations {
  answer: boolean;
  readonly asked: Question[];
}

/** Activates the extension on its sample data. The confirmation is answered by the test from then on. */
export async function openSampleProject(): Promise<Confirmations> {
  const extension = extensions.getExtension<TestApi | undefined>('experiment-lens.experiment-lens');
  const api = await extension?.activate();
  assert.ok(api, 'the extension gives tests nothing');
  const confirmations: Confirmations = { answer: true, asked: [] };
  api.replaceConfirm(async (question) => {
    confirmations.asked.push(question);
    return confirmations.answer;
  });
  await commands.executeCommand('experimentLens.useSampleData');
  await commands.executeCommand('experimentLens.refresh');
  await api.editor();
  await eventually('open documents are looked at', () => api.code.analyses !== undefined);
  return confirmations;
}

export async function editorParts(): Promise<EditorParts> {
  const extension = extensions.getExtension<TestApi>('experiment-lens.experiment-lens');
  assert.ok(extension?.isActive);
  return extension.exports.editor();
}

/** Makes the sample project slow or fail. */
export function sampleControl(): SandboxControl {
  const control = extensions
    .getExtension<TestApi>('experiment-lens.experiment-lens')
    ?.exports.sampleControl();
  assert.ok(control);
  return control;
}

/** Called inside `describe`: opens the sample project anew before each test, and hears what the user is told. */
export function useSampleProject(): () => {
  readonly confirmations: Confirmations;
  readonly notifications: Notifications;
} {
  let confirmations: Confirmations | undefined;
  let notifications: Notifications | undefined;
  beforeEach('open the sample project', async () => {
    confirmations = await openSampleProject();
    confirmations.asked.length = 0;
    notifications = hearNotifications();
  });
  afterEach('hear no more', () => notifications?.restore());
  return () => {
    assert.ok(confirmations && notifications, 'the sample project is open inside tests only');
    return { confirmations, notifications };
  };
}

/** The id in what a command resolved to. */
export async function runForId(command: string, argument: unknown): Promise<number | undefined> {
  const result = await commands.executeCommand<{ id: number } | undefined>(
    `experimentLens.${command}`,
    argument,
  );
  return result?.id;
}

export function script(content: string): Thenable<TextDocument> {
  return workspace.openTextDocument({ language: 'typescript', content });
}

/** Titles of our lenses on a document, top to bottom; they come once it is known whose project the document is of. */
export async function lensTitles(document: TextDocument): Promise<string[]> {
  const { flags } = await editorParts();
  await eventually('the project of a document is known', () => flags.lookAt(document) !== undefined);
  return givenLenses(document);
}

/** The same as they are now, in any document. */
export async function givenLenses(document: TextDocument): Promise<string[]> {
  const lenses = await commands.executeCommand<CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return lenses.flatMap(({ command }) =>
    command?.command === 'experimentLens.openExperiment' ? [command.title] : [],
  );
}

/** The experiment that the first lens of a call on this flag opens. */
export async function idOfFlag(flagKey: string): Promise<number> {
  const document = await script(`posthog.isFeatureEnabled('${flagKey}');`);
  const lenses = await commands.executeCommand<CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    10,
  );
  const argument: unknown = lenses[0]?.command?.arguments?.[0];
  assert.ok(
    typeof argument === 'object' && argument !== null && 'id' in argument,
    `no experiment on ${flagKey}`,
  );
  assert.ok(typeof argument.id === 'number');
  return argument.id;
}

/** The tabs of our panels. */
export function openPanels(): readonly Tab[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes('experimentLens'));
}

export async function eventually(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`waited in vain: ${what}`);
}
