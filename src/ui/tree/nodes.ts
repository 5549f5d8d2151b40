import type { GroupName } from '../../core/experiment/grouping';

/** A row of the tree. An experiment's row holds its id alone and looks the rest up when it is drawn. */
export type TreeNode = GroupNode | ExperimentNode | MessageNode;

export interface GroupNode {
  readonly kind: 'group';
  readonly name: GroupName;
}

export interface ExperimentNode {
  readonly kind: 'experiment';
  readonly id: number;
}

/** Says why there is nothing more, or that what is below is old. */
export interface MessageNode {
  readonly kind: 'message';
  readonly message: 'loading' | 'empty' | 'failed' | 'unreadable';
}
