import type { GroupName } from '../../core/experiment/grouping';
import type { ChildRow } from '../../core/treeView/childRow';
import type { ListMessage } from '../../core/treeView/listMessages';

/** A row of the tree. An experiment's row holds its id alone and looks the rest up when it is drawn. */
export type TreeNode = GroupNode | ExperimentNode | ChildNode | MessageNode | UnclaimedNode;

export interface GroupNode {
  readonly kind: 'group';
  readonly name: GroupName;
}

export interface ExperimentNode {
  readonly kind: 'experiment';
  readonly id: number;
}

/** The flags that the code reads and no experiment is on. */
export interface UnclaimedNode {
  readonly kind: 'unclaimed';
}

/** A row below an experiment or those flags, made anew with it. */
export interface ChildNode {
  readonly kind: 'child';
  /** Begins the ids of all rows below the same one. */
  readonly owner: string;
  readonly parent: ExperimentNode | ChildNode | UnclaimedNode;
  readonly row: ChildRow;
  /** What its commands are about, where it has any: a metric of an experiment. */
  readonly id?: number;
  readonly metricUuid?: string;
  /** What a click does: rows that say a failure offer to try again. */
  readonly retries: boolean;
}

/** Says why there is nothing more, or that what is below is old. */
export interface MessageNode {
  readonly kind: 'message';
  readonly message: ListMessage;
}
