import { type TextDocument, workspace } from 'vscode';
import {
  defaultSeverities,
  type Finding,
  type FindingCode,
  type FindingSeverity,
} from '../../core/editorView/finding';
import { findFindings } from '../../core/editorView/findFindings';
import { isTestPath } from '../../core/editorView/isTestPath';
import { settings } from '../ids';
import { isQuiet } from './editorSettings';
import type { FlagCode } from './flagCode';

/** A finding that is to be shown. */
export interface ShownFinding extends Finding {
  readonly severity: Exclude<FindingSeverity, 'off'>;
}

/**
 * What is wrong with how a document reads flags, as loudly as its settings want it. Undefined where nothing can be said:
 * nobody is signed in, the code belongs to another project, it is switched off, or quiet.
 */
export function findingsIn(flags: FlagCode, document: TextDocument): readonly ShownFinding[] | undefined {
  const configuration = workspace.getConfiguration(settings.section, document);
  if (isQuiet() || !configuration.get<boolean>(settings.diagnosticsEnabled, true)) return undefined;
  const seen = flags.lookAt(document);
  const { project } = flags;
  if (!seen || !project || seen.otherProjectId !== undefined) return undefined;
  if (seen.references.length === 0) return [];
  const code = {
    ...flags.insightsIn(document),
    mentions: seen.references,
    isTest: isTestPath(workspace.asRelativePath(document.uri)),
  };
  const chosen = configuration.get<Readonly<Record<string, unknown>>>(settings.diagnosticsSeverity, {});
  const ignored = new Set(configuration.get<readonly string[]>(settings.ignoredFlags, []));
  return findFindings(code, project).flatMap((finding): readonly ShownFinding[] => {
    const severity = severityOf(finding.code, chosen);
    return severity === 'off' || ignored.has(finding.key) ? [] : [{ ...finding, severity }];
  });
}

/** Whatever stands in the settings. */
function severityOf(code: FindingCode, chosen: Readonly<Record<string, unknown>>): FindingSeverity {
  const value = chosen[code];
  return value === 'off' || value === 'hint' || value === 'information' || value === 'warning'
    ? value
    : defaultSeverities[code];
}
