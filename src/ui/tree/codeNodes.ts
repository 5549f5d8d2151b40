import { TreeItem, TreeItemCollapsibleState, ThemeIcon } from 'vscode';
import type { Experiment } from '../../core/model/experiment';
import type { ChildRow } from '../../core/treeView/childRow';
import { codeRows, unclaimedRow } from '../../core/treeView/codeRows';
import { inertText } from '../../core/experiment/inertText';
import type { CodeIndex } from '../code/codeIndex';
import { knownCode } from '../code/knownCode';
import type { ChildNode, UnclaimedNode } from './nodes';

/**
 * What the code says, in the tree: the flags it reads that no experiment is on, and which rows say something else than
 * before when the index changed.
 */
export class CodeNodes {
  readonly unclaimed: UnclaimedNode = { kind: 'unclaimed' };
  #row: ChildRow | undefined;
  #said = '';
  /** What was said last below each experiment that is on screen. */
  readonly #saidOf = new Map<number, string>();

  constructor(private readonly code: CodeIndex) {}

  /** The node, when there is anything below it. */
  top(experiments: readonly Experiment[]): readonly UnclaimedNode[] {
    this.#read(experiments);
    return this.#row ? [this.unclaimed] : [];
  }

  children(): ChildNode[] {
    return (this.#row?.children ?? []).map((row) => ({
      kind: 'child',
      owner: 'code',
      parent: this.unclaimed,
      row,
      retries: false,
    }));
  }

  item(): TreeItem {
    const { label = '', description = '', icon = '', spoken = '', tooltip = '' } = this.#row ?? {};
    const item = new TreeItem(inertText(label), TreeItemCollapsibleState.Collapsed);
    item.id = 'code';
    item.description = description;
    item.iconPath = new ThemeIcon(icon);
    item.tooltip = tooltip;
    item.contextValue = 'group';
    item.accessibilityInformation = { label: spoken };
    return item;
  }

  /** Remembers what is said below an experiment, once its rows are given. */
  drawn(experiment: Experiment): void {
    this.#saidOf.set(experiment.id, this.#saying(experiment));
  }

  /** @returns ids of the experiments to draw anew, and `all` when flags without one came or went */
  changed(experiments: readonly Experiment[]): { readonly ids: readonly number[]; readonly isAll: boolean } {
    const said = this.#said;
    this.#read(experiments);
    const ids = experiments
      .filter((experiment) => {
        const before = this.#saidOf.get(experiment.id);
        return before !== undefined && before !== this.#saying(experiment);
      })
      .map(({ id }) => id);
    return { ids, isAll: said !== this.#said };
  }

  #read(experiments: readonly Experiment[]): void {
    const keys = new Set(experiments.map(({ flagKey }) => flagKey));
    this.#row = unclaimedRow(knownCode(this.code), (key) => keys.has(key));
    this.#said = JSON.stringify(this.#row ?? null);
  }

  #saying(experiment: Experiment): string {
    return JSON.stringify(codeRows(experiment, knownCode(this.code)));
  }
}
