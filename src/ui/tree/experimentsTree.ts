import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { type ExperimentGroup, groupExperiments } from '../../core/experiment/grouping';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { lastLoaded } from '../../core/store/resource';
import type { Sessions } from '../../core/account/sessions';
import type { TreeNode } from './nodes';
import { experimentItem, groupItem, messageItem } from './treeItems';

/** The experiments of the project, grouped by status. Says nothing while signed out: the welcome view does. */
export class ExperimentsTree implements TreeDataProvider<TreeNode> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #groups: readonly ExperimentGroup[] = [];
  #byId: ReadonlyMap<number, Experiment> = new Map();
  #unsubscribe: () => void = () => undefined;
  readonly #sessionListener;

  constructor(private readonly sessions: Sessions) {
    this.#follow(sessions.current);
    this.#sessionListener = sessions.onDidChange(() => this.#follow(sessions.current));
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) {
      await this.sessions.start();
      return this.#roots();
    }
    if (node.kind !== 'group') return [];
    const group = this.#groups.find(({ name }) => name === node.name);
    return (group?.experiments ?? []).map(({ id }) => ({ kind: 'experiment', id }));
  }

  getParent(node: TreeNode): TreeNode | undefined {
    if (node.kind !== 'experiment') return undefined;
    const group = this.#groups.find(({ experiments }) => experiments.some(({ id }) => id === node.id));
    return group && { kind: 'group', name: group.name };
  }

  getTreeItem(node: TreeNode): TreeItem {
    const session = this.sessions.current;
    switch (node.kind) {
      case 'group':
        return groupItem(
          node.name,
          this.#groups.find(({ name }) => name === node.name)?.experiments.length ?? 0,
        );
      case 'experiment':
        return experimentItem(node.id, this.#byId.get(node.id), session, Date.now());
      case 'message':
        return messageItem(node.message, session?.store.state.list, Date.now());
    }
  }

  /** Draws the ages anew. */
  redraw(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#sessionListener.dispose();
    this.#changed.dispose();
  }

  #roots(): TreeNode[] {
    const list = this.sessions.current?.store.state.list;
    if (list === undefined) return [];
    const loaded = lastLoaded(list);
    const groups: TreeNode[] = this.#groups.map(({ name }) => ({ kind: 'group', name }));
    const messages: TreeNode[] = [];
    if (list.state === 'failed') messages.push({ kind: 'message', message: 'failed' });
    if (loaded === undefined && list.state !== 'failed')
      messages.push({ kind: 'message', message: 'loading' });
    if (loaded && loaded.value.unreadable > 0) messages.push({ kind: 'message', message: 'unreadable' });
    if (loaded && groups.length === 0) messages.push({ kind: 'message', message: 'empty' });
    return [...messages, ...groups];
  }

  #follow(session: Session | undefined): void {
    this.#unsubscribe();
    const read = () => {
      const experiments = lastLoaded(session?.store.state.list)?.value.experiments ?? [];
      this.#groups = groupExperiments(experiments);
      this.#byId = new Map(experiments.map((experiment) => [experiment.id, experiment]));
      this.#changed.fire();
    };
    let list = session?.store.state.list;
    this.#unsubscribe =
      session?.store.subscribe(() => {
        if (session.store.state.list === list) return;
        ({ list } = session.store.state);
        read();
      }) ?? (() => undefined);
    read();
  }
}
