import {
  type Command,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import type { KnownExperiment } from '../../core/experiment/concern';
import { contextWords } from '../../core/experiment/contextWords';
import { findProblem } from '../../core/experiment/health';
import { findHeadline } from '../../core/experiment/headline';
import { inertText } from '../../core/experiment/inertText';
import { rowText } from '../../core/experiment/rowText';
import { statusIcon } from '../../core/experiment/statusIcon';
import type { CodePlace } from '../../core/treeView/childRow';
import { tooltipLines } from '../../core/treeView/tooltipLines';
import { escapeMarkdown } from '../../shared/escapeMarkdown';
import { commandIds, viewId } from '../ids';
import { rowCommand } from '../rowCommand';
import type { ChildNode } from './nodes';

/** The row of an experiment. Its tooltip is made when somebody asks for it. */
export function experimentItem(known: KnownExperiment, hasWebPage: boolean, nowMs: number): TreeItem {
  const { experiment } = known;
  const { id } = experiment;
  const { description, spoken } = rowText(known, nowMs);
  const name = inertText(experiment.name);
  const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  item.id = `experiment/${id}`;
  item.description = inertText(description);
  item.iconPath = iconOf(known, nowMs);
  item.contextValue = contextWords(experiment, hasWebPage);
  item.accessibilityInformation = { label: `${name}, ${inertText(spoken)}` };
  item.command = rowCommand(viewId, 'Open Experiment');
  return item;
}

/** @param trouble why something could not be read, a sentence */
export function experimentTooltip(
  known: KnownExperiment,
  nowMs: number,
  trouble: string | undefined,
): MarkdownString {
  const tooltip = new MarkdownString();
  for (const line of tooltipLines(known, nowMs, trouble)) {
    // `appendText` makes every space one that breaks no line.
    tooltip.appendMarkdown(`${escapeMarkdown(inertText(line))}\n\n`);
  }
  return tooltip;
}

/** A row below an experiment, or below the flags without one. */
export function childItem({ row, owner, retries }: ChildNode): TreeItem {
  const item = new TreeItem(
    inertText(row.label),
    row.children?.length ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = `${owner}/${row.id}`;
  item.description = inertText(row.description);
  item.iconPath = row.tone
    ? new ThemeIcon(row.icon, new ThemeColor(colours[row.tone]))
    : new ThemeIcon(row.icon);
  item.tooltip = inertText(row.tooltip ?? [row.label, row.description].filter(Boolean).join(' · '));
  const words = [
    'detail',
    row.id.replace(/\/.*/, ''),
    ...(row.recalculableMetric === undefined ? [] : ['recalculable']),
  ];
  item.contextValue = words.join(' ');
  item.accessibilityInformation = { label: inertText(row.spoken) };
  if (row.place) item.command = openPlace(row.place);
  if (retries) item.command = { command: commandIds.refresh, title: 'Retry' };
  return item;
}

function openPlace({ uri, line, column, endLine, endColumn }: CodePlace): Command {
  const selection = new Range(line, column, endLine, endColumn);
  return { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(uri, true), { selection }] };
}

/** Blue and red can be told apart by nearly everybody; the words say it first. `charts.orange` is brown on black. */
const colours = {
  warning: 'list.warningForeground',
  won: 'charts.blue',
  lost: 'charts.red',
} as const;

/** Coloured is what deserves a look, and a finding that is settled. */
function iconOf(known: KnownExperiment, nowMs: number): ThemeIcon {
  const hasProblem = findProblem(known, nowMs) !== undefined;
  const tone = hasProblem ? 'warning' : findHeadline(known, nowMs)?.finding;
  const icon = statusIcon(known.experiment, hasProblem);
  return tone === undefined ? new ThemeIcon(icon) : new ThemeIcon(icon, new ThemeColor(colours[tone]));
}
