import {
  CodeAction,
  CodeActionKind,
  type CodeActionContext,
  type CodeActionProvider,
  type Diagnostic,
  type Disposable,
  languages,
  Position,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { findComment } from '../../code/insight/findComment';
import { ignoreMarker } from '../../code/insight/findIgnores';
import { canBeWritten } from '../../core/editorView/canBeWritten';
import { shortName } from '../../core/editorView/shortName';
import { flagKeyObstacle } from '../../core/experiment/flagKey';
import { type CommandName, commandIds } from '../ids';
import type { EditorContext } from './createEditor';
import { findingsIn, type ShownFinding } from './documentFindings';
import { selector } from './documents';
import { diagnosticSource } from './flagDiagnostics';
import { type FlagCode, rangeOf } from './flagCode';

/** What can be done about a finding. */
export class FlagQuickFixes implements CodeActionProvider {
  readonly #flags: FlagCode;
  readonly #registration: Disposable;

  constructor({ flags }: EditorContext) {
    this.#flags = flags;
    this.#registration = languages.registerCodeActionsProvider([...selector], this, {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    });
  }

  provideCodeActions(document: TextDocument, range: Range, context: CodeActionContext): CodeAction[] {
    if (context.only && !context.only.contains(CodeActionKind.QuickFix)) return [];
    // As the text is now: what is shown may be a moment older.
    const findings = findingsIn(this.#flags, document) ?? [];
    return findings
      .filter((finding) => rangeOf(document, finding).intersection(range) !== undefined)
      .flatMap((finding) => {
        const about = context.diagnostics.filter((diagnostic) => isAbout(diagnostic, document, finding));
        return fixesOf(document, finding).map((action) => Object.assign(action, { diagnostics: about }));
      });
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

function isAbout(
  { source, code, range }: Diagnostic,
  document: TextDocument,
  finding: ShownFinding,
): boolean {
  const value = typeof code === 'object' ? code.value : code;
  return source === diagnosticSource && value === finding.code && range.isEqual(rangeOf(document, finding));
}

function fixesOf(document: TextDocument, finding: ShownFinding): CodeAction[] {
  const { code, key, experimentId } = finding;
  const isUnknown = code === 'unknown-key';
  return [
    ...replacements(document, finding),
    ...(experimentId === undefined
      ? []
      : [toCommand('Open the Experiment', 'openExperiment', { id: experimentId })]),
    ...(isUnknown && flagKeyObstacle(key, new Set()) === undefined
      ? [toCommand(`Create an Experiment on "${shortName(key)}"…`, 'createExperiment', { flagKey: key })]
      : []),
    ...ignoreHere(document, finding),
    ...(isUnknown
      ? [toCommand(`Ignore the Flag "${shortName(key)}" in This Workspace`, 'ignoreFinding', { key })]
      : []),
    toCommand(`Turn "${code}" Off in This Workspace`, 'ignoreFinding', { code }),
  ];
}

function replacements(document: TextDocument, finding: ShownFinding): CodeAction[] {
  return finding.meant.filter(canBeWritten).map((text, at) => {
    const action = new CodeAction(`Change to "${text}"`, CodeActionKind.QuickFix);
    action.edit = new WorkspaceEdit();
    action.edit.replace(document.uri, rangeOf(document, finding), text);
    action.isPreferred = at === 0;
    return action;
  });
}

function ignoreHere(document: TextDocument, { code, start }: ShownFinding): CodeAction[] {
  const place = findComment(document.getText(), document.languageId, start);
  if (!place) return [];
  const { line } = document.positionAt(place.at);
  const action = new CodeAction(`Ignore "${code}" Here`, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  const comment = `${place.indent}${place.open}${ignoreMarker} ${code}${place.close}\n`;
  action.edit.insert(document.uri, new Position(line, 0), comment);
  return [action];
}

function toCommand(title: string, name: CommandName, argument: unknown): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command: commandIds[name], arguments: [argument] };
  return action;
}
