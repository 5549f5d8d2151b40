import { findReferences } from '../../../../src/code/findReferences';
import { readInsights } from '../../../../src/code/insight/readInsights';
import { Project } from '../../../../src/code/project';
import type { CodeOfFlags } from '../../../../src/core/editorView/codeOfFlags';
import type { Finding } from '../../../../src/core/editorView/finding';
import { findFindings } from '../../../../src/core/editorView/findFindings';
import type { FlagProject } from '../../../../src/core/editorView/flagProject';
import { FlagLookup } from '../../../../src/core/editorView/knownFlag';
import type { Experiment } from '../../../../src/core/model/experiment';
import { knownFlagKeys } from '../../../../src/core/store/knownFlagKeys';
import { type State, Store } from '../../../../src/core/store/store';
import { nowMs } from '../../support/results';

/** @param flagKeys of all flags; undefined where the account may not list them */
export function flagProject(
  experiments: readonly Experiment[],
  flagKeys: readonly string[] | undefined,
  { name = 'Shop', unreadable = 0, change = (state: State): State => state } = {},
): FlagProject {
  const store = new Store(name);
  store.update((state) => ({
    ...state,
    list: { state: 'ready', loadedMs: nowMs, value: { experiments, unreadable: 0 } },
    ...(flagKeys && { flagKeys: { state: 'ready', loadedMs: nowMs, value: { keys: flagKeys, unreadable } } }),
  }));
  store.update(change);
  const lookup = new FlagLookup();
  return {
    find: (key) => lookup.find(store.state, key),
    keys: () => knownFlagKeys(store.state),
    name,
    nowMs,
  };
}

export function codeOf(language: string, text: string, isTest = false): CodeOfFlags {
  const mentions = findReferences(text, language, 'src/file', new Project());
  return { ...readInsights(text, language, mentions), mentions, isTest };
}

/** `code: what it is about`, in the order of the text. */
export function found(
  language: string,
  text: string,
  project: FlagProject,
  isTest = false,
): readonly (Finding & { readonly at: string })[] {
  return findFindings(codeOf(language, text, isTest), project).map((finding) => ({
    ...finding,
    at: text.slice(finding.start, finding.end),
  }));
}
