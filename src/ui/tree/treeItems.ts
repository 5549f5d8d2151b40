import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { formatAgo } from '../../shared/format';
import { experimentCount } from '../../core/experiment/wording';
import type { GroupName } from '../../core/experiment/grouping';
import { lastLoaded, type Loaded, type Resource } from '../../core/store/resource';
import type { ExperimentList } from '../../core/store/store';
import type { ListMessage } from '../../core/treeView/listMessages';
import { commandIds } from '../ids';
import { describeError, errorTitle } from '../messages';

export function groupItem(name: GroupName, count: number): TreeItem {
  const isFinished = name === 'Ended' || name === 'Archived';
  const item = new TreeItem(
    name,
    isFinished ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded,
  );
  item.id = `group/${name}`;
  item.description = String(count);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: `${name}, ${experimentCount(count)}` };
  return item;
}

export function messageItem(
  message: ListMessage,
  list: Resource<ExperimentList> | undefined,
  nowMs: number,
): TreeItem {
  const loaded = lastLoaded(list);
  switch (message) {
    case 'loading':
      return row('Loading experiments…', new ThemeIcon('loading~spin'));
    case 'restored':
      return row(`List as of ${ageOf(loaded, nowMs)}`, new ThemeIcon('loading~spin'), {
        description: 'reading it again',
      });
    case 'empty':
      return row('No experiments yet', new ThemeIcon('beaker'), {
        description: 'create the first one',
        command: { command: commandIds.createExperiment, title: 'Create Experiment' },
      });
    case 'unreadable':
      return row(
        `${experimentCount(loaded?.value.unreadable ?? 0)} could not be read`,
        new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
        { tooltip: 'PostHog sent them in a form this version does not know.' },
      );
    case 'signIn':
      return row('Sign In', new ThemeIcon('sign-in'), {
        description: 'with another key',
        command: { command: commandIds.signIn, title: 'Sign In' },
      });
    case 'failed': {
      if (list?.state !== 'failed') return row('Loading experiments…', new ThemeIcon('loading~spin'));
      const age = loaded === undefined ? '' : ` · as of ${ageOf(loaded, nowMs)}`;
      return row(
        `${errorTitle(list.error)}${age}`,
        new ThemeIcon('error', new ThemeColor('list.errorForeground')),
        {
          description: 'Retry',
          tooltip: describeError(list.error),
          command: { command: commandIds.refresh, title: 'Retry' },
        },
      );
    }
  }
}

function ageOf(loaded: Loaded<ExperimentList> | undefined, nowMs: number): string {
  return loaded === undefined ? '' : formatAgo(nowMs - loaded.loadedMs);
}

function row(label: string, icon: ThemeIcon, rest: Partial<TreeItem> = {}): TreeItem {
  // Without a label of its own a screen reader would be given the tooltip instead.
  const spoken = { label: [label, rest.description].filter(Boolean).join(', ') };
  return Object.assign(new TreeItem(label), {
    iconPath: icon,
    contextValue: 'message',
    accessibilityInformation: spoken,
    ...rest,
  });
}
