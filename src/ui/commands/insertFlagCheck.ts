import { Position, SnippetString, type TextEditor, window } from 'vscode';
import { flagCheckSnippet } from '../../code/insert/flagCheck';
import { findSdk } from '../../code/insert/sdk';
import { inertText } from '../../core/experiment/inertText';
import type { Experiment } from '../../core/model/experiment';
import { findOwnCode } from '../code/ownCode';
import { argumentFields } from './argumentFields';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickExperiment } from './pickExperiment';
import { Refusal } from './refusal';

/**
 * Writes the check of an experiment's flag at the cursor, with a place for the code of each variant: by the constant and
 * the function that the project has for it, else by PostHog's SDK. `{ id, variants? }` asks for nothing. Resolves to
 * `{ id }`, or undefined when it was left.
 */
export const insertFlagCheck: CommandHandler = async ({ sessions, code, editor: loadEditor }, argument) => {
  const editor = window.activeTextEditor;
  const sdk = editor && findSdk(editor.document.languageId, editor.document.getText());
  if (!editor || !sdk)
    throw new Refusal('Put the cursor into code first: in a language that PostHog has a library for.');
  const session = await openSession(sessions);
  const experiment = session && (await pickExperiment(session, argument, 'Insert Flag Check'));
  if (!experiment) return undefined;
  const otherId = (await loadEditor()).flags.lookAt(editor.document)?.otherProjectId;
  if (otherId !== undefined)
    throw new Refusal(
      `This code belongs to project ${otherId}, as its .posthog.json says. The open project has other flags.`,
    );
  const variants = givenVariants(argument, experiment) ?? (await pickVariants(experiment));
  if (!variants) return undefined;
  const { flagKey: key } = experiment;
  const own = await findOwnCode(code, editor.document, sdk, key, variants.length === 0);
  const baseline = baselineOf(experiment);
  const snippet = flagCheckSnippet({
    sdk,
    key,
    variants,
    baseline: baseline !== undefined && variants.includes(baseline) ? baseline : undefined,
    constant: own.constant,
    ownRead: own.read,
  });
  if (!(await editor.insertSnippet(new SnippetString(snippet))))
    throw new Refusal('The document cannot be edited.');
  if (own.imports.length > 0) await addImports(editor, own.imports);
  return { id: experiment.id };
};

/** Of those the experiment has, in its order. */
function givenVariants(argument: unknown, { variants }: Experiment): readonly string[] | undefined {
  const { variants: given } = argumentFields(argument);
  if (!Array.isArray(given)) return undefined;
  return variants.map(({ key }) => key).filter((key) => given.includes(key));
}

async function pickVariants(experiment: Experiment): Promise<readonly string[] | undefined> {
  const { variants, flagKey } = experiment;
  // With two there is nothing to choose.
  if (variants.length <= 2) return variants.map(({ key }) => key);
  const baseline = baselineOf(experiment);
  const items = variants.map(({ key, rolloutPercent }) => ({
    label: inertText(key),
    description: [
      key === baseline ? 'baseline' : '',
      rolloutPercent === undefined ? '' : `${rolloutPercent}%`,
    ]
      .filter(Boolean)
      .join(' · '),
    picked: true,
    key,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Insert Flag Check',
    placeHolder: `A branch for which variants of ${inertText(flagKey)}?`,
    canPickMany: true,
  });
  if (!picked || picked.length === 0) return undefined;
  return picked.map(({ key }) => key);
}

function baselineOf({ variants }: Experiment): string | undefined {
  return variants.some(({ key }) => key === 'control') ? 'control' : variants[0]?.key;
}

/** Below the last import of a script, else at its beginning. The cursor stays in the snippet. */
async function addImports(editor: TextEditor, imports: readonly string[]): Promise<void> {
  const { document } = editor;
  const lines = document.getText().split(/\r\n?|\n/);
  const last = lines.findLastIndex((line) => /^import\b.*from\s*['"]/.test(line));
  const opening = lines.findIndex((line) => /^<script\b/.test(line));
  const at = new Position(Math.max(last, opening) + 1, 0);
  const options = { undoStopBefore: false, undoStopAfter: true };
  await editor.edit((edit) => edit.insert(at, imports.map((line) => `${line}\n`).join('')), options);
}
