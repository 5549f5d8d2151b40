import { commands, env, window, workspace } from 'vscode';
import { exportFileName } from '../../core/export/exportFileName';
import { findPictureBytes } from '../../core/export/pictureBytes';
import { resultsCsv } from '../../core/export/resultsCsv';
import { resultsJson } from '../../core/export/resultsJson';
import { resultsMarkdown } from '../../core/export/resultsMarkdown';
import type { KnownExperiment } from '../../core/experiment/concern';
import { isHiddenEarly } from '../../core/experiment/hiddenEarly';
import { inertText } from '../../core/experiment/inertText';
import type { Session } from '../../core/session';
import { findKnown } from '../../core/store/findKnown';
import { loadVerdict } from '../../core/useCase/loadVerdict';
import { readExperiment } from '../../core/useCase/readExperiment';
import type { ExportWanted } from '../../shared/panelExport';
import { argumentFields } from './argumentFields';
import type { CommandContext, CommandHandler } from './commandContext';
import { offer } from './offer';
import { openSession } from './openSession';
import { pickExperiment } from './pickExperiment';
import { Refusal } from './refusal';
import { withProgress } from './withProgress';

type Target = ExportWanted['to'];

const targets: readonly { readonly label: string; readonly description: string; readonly to: Target }[] = [
  { label: 'Copy as Markdown', description: 'for a pull request, with its caveats', to: 'clipboard' },
  { label: 'Save as CSV…', description: 'for a spreadsheet, at full precision', to: 'csv' },
  { label: 'Save as JSON…', description: 'for a program', to: 'json' },
];

/**
 * Takes the results of an experiment along, `{ to }` says where. A picture comes with the argument: only who drew it has
 * it. Resolves to `{ id }`, with `file` where one was written, to undefined when it was cancelled, or to `{ refused }`.
 */
export const exportResults: CommandHandler = async (context, argument) => {
  const session = await openSession(context.sessions);
  const experiment = session && (await pickExperiment(session, argument, 'Export Results'));
  if (!experiment) return undefined;
  const { id, flagKey } = experiment;
  const { to: wanted, picture } = argumentFields(argument);
  const to = targetOf(wanted) ?? (await pickTarget(experiment.name));
  if (to === undefined) return undefined;
  if (to === 'png') {
    const bytes = typeof picture === 'string' ? findPictureBytes(picture) : undefined;
    if (!bytes) throw new Refusal('The panel sent no picture that could be saved.');
    return save(context, session, { id, flagKey }, { kind: 'PNG', extension: 'png' }, bytes);
  }
  const known = await withProgress('Reading the results…', () => readKnown(session, id));
  const nowMs = session.now();
  if (isHiddenEarly(known, nowMs)) {
    throw new Refusal('Early results are hidden. Choose Show Anyway in the panel to see and to export them.');
  }
  if (to === 'clipboard') {
    await env.clipboard.writeText(resultsMarkdown(known.results, known, nowMs));
    window.setStatusBarMessage('Copied the results as Markdown', 3_000);
    return { id };
  }
  const { results } = known;
  if (!results?.outcomes.some(({ result, error }) => result !== undefined || error !== undefined)) {
    throw new Refusal(`“${inertText(experiment.name)}” has no results yet.`);
  }
  const text = to === 'csv' ? resultsCsv(results, known, nowMs) : resultsJson(results, known, nowMs);
  const kind = to === 'csv' ? 'CSV' : 'JSON';
  return save(context, session, { id, flagKey }, { kind, extension: to }, new TextEncoder().encode(text));
};

function targetOf(wanted: unknown): Target | undefined {
  return wanted === 'png' ? wanted : targets.find(({ to }) => to === wanted)?.to;
}

async function pickTarget(name: string): Promise<Target | undefined> {
  const picked = await window.showQuickPick(targets, {
    title: inertText(name),
    placeHolder: 'Where should the results go?',
  });
  return picked?.to;
}

/** All there is to export: what was read already, else read now. */
async function readKnown(session: Session, id: number): Promise<KnownExperiment> {
  const { store, signal } = session;
  const detail = await readExperiment(session, id);
  const known = () => findKnown(store.state, detail);
  if (detail.startMs !== undefined && !known().results) await loadVerdict(session, id, signal);
  const reading = store.state.verdicts.get(id);
  if (reading?.state === 'failed' && !known().results) throw reading.error;
  return known();
}

async function save(
  context: CommandContext,
  session: Session,
  { id, flagKey }: { readonly id: number; readonly flagKey: string },
  { kind, extension }: { readonly kind: string; readonly extension: string },
  bytes: Uint8Array,
): Promise<unknown> {
  const fileName = exportFileName(flagKey, extension, session.now());
  const file = await context.askWhere({ title: 'Save Results', fileName, kind, extension });
  if (!file) return undefined;
  await workspace.fs.writeFile(file, bytes);
  context.logger.info(`Exported the results of experiment ${id} as ${kind}`);
  const open = 'Open';
  const saved = `Saved ${inertText(file.path.split('/').at(-1) ?? fileName)}.`;
  offer(context, window.showInformationMessage(saved, open), open, () =>
    commands.executeCommand('vscode.open', file),
  );
  return { id, file: file.toString() };
}
