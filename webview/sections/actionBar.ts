/** What can be done with an experiment: the common actions as buttons, the rest in menus. */
import { type ExportWanted, exportTargets } from '../../src/shared/panelExport';
import type { PanelAction } from '../../src/shared/panelView';
import { element, syncChildren } from '../dom';
import { button } from '../view';
import { createMenu } from './menu';

const actionWords: Readonly<Record<PanelAction, string>> = {
  edit: 'Edit…',
  recalculate: 'Recalculate…',
  duplicate: 'Duplicate…',
  archive: 'Archive…',
  unarchive: 'Unarchive',
  openInPostHog: 'Open in PostHog',
  copyFlagKey: 'Copy Flag Key',
  createCohort: 'Create Exposure Cohort…',
  checkFlag: 'Check Flag Implementation',
  delete: 'Delete…',
};

const exportWords: Readonly<Record<ExportWanted['to'], string>> = {
  clipboard: 'Copy as Markdown',
  csv: 'Save as CSV…',
  json: 'Save as JSON…',
  png: 'Save the Chart as PNG…',
};

/** Worth a button of their own. */
const common: ReadonlySet<PanelAction> = new Set(['edit', 'archive', 'unarchive', 'openInPostHog']);

export interface ActionCommands {
  readonly refresh: () => void;
  readonly act: (action: PanelAction) => void;
  readonly exportTo: (to: ExportWanted['to']) => void;
}

export interface ActionBar {
  readonly element: HTMLElement;
  /** @param allowed for this account in this state, in the order to show them */
  readonly update: (allowed: readonly PanelAction[], exportable: readonly ExportWanted['to'][]) => void;
}

export function createActionBar({ refresh, act, exportTo }: ActionCommands): ActionBar {
  const refreshButton = button('Refresh', refresh);
  const actions = element('div', { class: 'actions' });
  const exports = createMenu('Export', (key) => {
    const to = exportTargets.find((target) => target === key);
    if (to) exportTo(to);
  });
  const more = createMenu('More', (key) => act(key as PanelAction));
  const bar = element('div', { class: 'buttons' }, refreshButton, actions, exports.element, more.element);
  return {
    element: bar,
    update(allowed, exportable) {
      const focused = document.activeElement;
      syncChildren(
        actions,
        allowed.filter((action) => common.has(action)),
        (action) => action,
        (action) => button(actionWords[action], () => act(action)),
      );
      exports.update(exportable.map((to) => ({ key: to, text: exportWords[to] })));
      more.update(
        allowed
          .filter((action) => !common.has(action))
          .map((action) => ({ key: action, text: actionWords[action] })),
      );
      // An action that took itself away, such as archiving, must not send the keyboard back to the top of the window.
      if (focused instanceof HTMLElement && focused !== document.body && !focused.isConnected) {
        const next = actions.firstElementChild ?? refreshButton;
        if (next instanceof HTMLElement) next.focus();
      }
    },
  };
}
