import { Disposable, type Uri } from 'vscode';
import type { Memory } from '../../core/account/accounts';
import type { Sessions } from '../../core/account/sessions';
import type { Logger } from '../../core/logger';
import type { CodeIndex } from '../code/codeIndex';
import { FlagModules } from '../code/flagModules';
import { keepFlagModules } from '../code/keepFlagModules';
import { ProjectFiles } from '../code/projectFiles';
import { ProjectMap } from '../code/projectMap';
import { BranchDecorations } from './branchDecorations';
import { createExperimentDocuments } from './experimentDocuments';
import { FileView } from './fileView';
import { FlagCode } from './flagCode';
import { FlagCompletion } from './flagCompletion';
import { FlagDiagnostics } from './flagDiagnostics';
import { FlagQuickFixes } from './flagQuickFixes';
import { FlagCodeLens } from './flagCodeLens';
import { FlagDefinitions } from './flagDefinitions';
import { FlagHover } from './flagHover';
import { FlagLinks } from './flagLinks';
import { FlagReferences } from './flagReferences';
import { FlagRename } from './flagRename';
import { FlagStatusBar } from './flagStatusBar';
import { FlagSymbols } from './flagSymbols';
import { readVisible } from './readVisible';

/** What everything that is shown in editors is made of. */
export interface EditorContext {
  readonly sessions: Sessions;
  readonly index: CodeIndex;
  readonly logger: Logger;
  /** Of the workspace. */
  readonly memory: Memory;
  readonly extensionUri: Uri;
  readonly flags: FlagCode;
  readonly projectMap: ProjectMap;
}

export interface EditorParts {
  readonly flags: FlagCode;
  readonly fileView: FileView;
  dispose(): void;
}

/** All that is shown in editors. Loaded once a project is open. A part is one entry of the list. */
export function createEditor(options: Omit<EditorContext, 'flags' | 'projectMap'>): EditorParts {
  const projects = new ProjectFiles();
  const flags = new FlagCode(options.sessions, options.index, projects);
  const projectMap = new ProjectMap();
  const context: EditorContext = { ...options, flags, projectMap };
  const fileView = new FileView(context);
  const parts = Disposable.from(
    new FlagCodeLens(context),
    new FlagHover(context),
    new FlagDiagnostics(context),
    new FlagQuickFixes(context),
    new FlagCompletion(context),
    new FlagStatusBar(context),
    fileView,
    new BranchDecorations(context),
    readVisible(context),
    new FlagDefinitions(context),
    new FlagReferences(context),
    new FlagLinks(context),
    new FlagSymbols(context),
    new FlagRename(context),
    createExperimentDocuments(context),
    keepFlagModules(options.sessions, new FlagModules(options.memory), options.logger),
    flags,
    projects,
    projectMap,
  );
  return { flags, fileView, dispose: () => parts.dispose() };
}
