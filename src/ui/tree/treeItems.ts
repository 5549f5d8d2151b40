import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { cutText } from '../../shared/cutText';
import { formatAgo, formatDay } from '../../shared/format';
import { findAttention } from '../../core/experiment/attention';
import { inertText } from '../../core/experiment/inertText';
import type { GroupName } from '../../core/experiment/grouping';
import { archiveObstacle, duplicateObstacle, unarchiveObstacle } from '../../core/experiment/lifecycle';
import { experimentUrl } from '../../core/experiment/webLinks';
import { statusIcon } from '../../core/experiment/statusIcon';
import {
  attentionSentence,
  conclusionWord,
  rowDescription,
  statusWithAge,
  variantSplit,
} from '../../core/experiment/wording';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { lastLoaded, type Resource } from '../../core/store/resource';
import type { ExperimentList } from '../../core/store/store';
import { commandIds } from '../ids';
import { describeError, errorTitle } from '../messages';
import type { MessageNode } from './nodes';

export function groupItem(name: GroupName, count: number): TreeItem {
  const isFinished = name === 'Ended' || name === 'Archived';
  const item = new TreeItem(
    name,
    isFinished ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded,
  );
  item.id = `group/${name}`;
  item.description = String(count);
  item.contextValue = 'group';
  item.accessibilityInformation = {
    label: `${name}, ${count} ${count === 1 ? 'experiment' : 'experiments'}`,
  };
  return item;
}

export function experimentItem(
  id: number,
  experiment: Experiment | undefined,
  session: Session | undefined,
  nowMs: number,
): TreeItem {
  // Gone between the moment the row was listed and the moment it is drawn.
  if (!experiment || !session) return new TreeItem(`Experiment ${id}`);
  const description = rowDescription(experiment, nowMs);
  const name = inertText(experiment.name);
  const item = new TreeItem(name);
  item.id = `experiment/${id}`;
  item.description = description;
  item.iconPath = iconOf(experiment);
  item.tooltip = tooltipOf(experiment, nowMs);
  item.contextValue = contextWords(experiment, session).join(' ');
  const warning = findAttention(experiment) === undefined ? '' : 'warning: ';
  item.accessibilityInformation = { label: `${name}, ${warning}${description}` };
  item.command = { command: commandIds.openExperiment, title: 'Open Experiment', arguments: [{ id }] };
  return item;
}

export function messageItem(
  message: MessageNode['message'],
  list: Resource<ExperimentList> | undefined,
  nowMs: number,
): TreeItem {
  const loaded = lastLoaded(list);
  switch (message) {
    case 'loading':
      return row('Loading experiments…', new ThemeIcon('loading~spin'));
    case 'empty':
      return row('No experiments yet', new ThemeIcon('beaker'), {
        description: 'create the first one',
        command: { command: commandIds.createExperiment, title: 'Create Experiment' },
      });
    case 'unreadable':
      return row(
        `${loaded?.value.unreadable ?? 0} experiments could not be read`,
        new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
        { tooltip: 'PostHog sent them in a form this version does not know.' },
      );
    case 'failed': {
      if (list?.state !== 'failed') return row('Loading experiments…', new ThemeIcon('loading~spin'));
      const age = loaded === undefined ? '' : ` · as of ${formatAgo(nowMs - loaded.loadedMs)}`;
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

function iconOf(experiment: Experiment): ThemeIcon {
  const icon = statusIcon(experiment);
  const colour = iconColours.get(icon);
  return colour === undefined ? new ThemeIcon(icon) : new ThemeIcon(icon, new ThemeColor(colour));
}

const iconColours = new Map([
  ['warning', 'list.warningForeground'],
  ['beaker', 'charts.blue'],
]);

/** Words that menus match with regular expressions. */
function contextWords(experiment: Experiment, session: Session): string[] {
  return [
    'experiment',
    experiment.status,
    archiveObstacle(experiment) === undefined ? 'archivable' : '',
    unarchiveObstacle(experiment) === undefined ? 'unarchivable' : '',
    duplicateObstacle(experiment) === undefined ? 'duplicable' : '',
    experimentUrl(session, experiment.id) === undefined ? '' : 'linked',
  ].filter(Boolean);
}

function tooltipOf(experiment: Experiment, nowMs: number): MarkdownString {
  const tooltip = new MarkdownString();
  const line = (text: string) => tooltip.appendText(text).appendMarkdown('\n\n');
  const attention = findAttention(experiment);
  line(`${inertText(experiment.name)} — ${statusWithAge(experiment, nowMs)}`);
  if (attention !== undefined) line(`⚠ ${attentionSentence(attention)}`);
  if (experiment.description !== undefined) line(cutText(experiment.description, 300));
  line(`Flag ${experiment.flagKey} · ${variantSplit(experiment)}`);
  if (experiment.status === 'stopped') line(`Conclusion: ${conclusionWord(experiment.conclusion)}`);
  if (experiment.createdBy !== undefined && experiment.createdMs !== undefined) {
    line(`Created by ${experiment.createdBy.name} on ${formatDay(experiment.createdMs)}`);
  }
  return tooltip;
}
