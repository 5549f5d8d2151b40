import { type CancellationToken, EventEmitter, type TreeDataProvider, TreeItem } from 'vscode';
import type { Sessions } from '../../core/account/sessions';
import type { KnownExperiment } from '../../core/experiment/concern';
import { experimentUrl } from '../../core/experiment/webLinks';
import type { GroupName } from '../../core/experiment/grouping';
import type { Logger } from '../../core/logger';
import type { Session } from '../../core/session';
import { findKnown } from '../../core/store/findKnown';
import { TreeRows } from '../../core/treeView/treeRows';
import type { CodeIndex } from '../code/codeIndex';
import { CodeNodes } from './codeNodes';
import { childItem, experimentItem } from './experimentItem';
import { ExperimentReader } from './experimentReader';
import type { ExperimentNode, GroupNode, TreeNode } from './nodes';
import { groupItem, messageItem } from './treeItems';

/** The experiments of the project, grouped by status. Says nothing while signed out: the welcome view does. */
export class ExperimentsTree implements TreeDataProvider<TreeNode> {
  readonly #changed = new EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #rows = new TreeRows();
  #reader: ExperimentReader | undefined;
  /** The editor knows a row again by the object it was given. */
  readonly #experimentNodes = new Map<number, ExperimentNode>();
  readonly #groupNodes = new Map<GroupName, GroupNode>();
  #unsubscribe: () => void = () => undefined;
  readonly #listeners;
  #codeNodes: CodeNodes;

  constructor(
    private readonly sessions: Sessions,
    private readonly code: CodeIndex,
    private readonly logger: Logger,
  ) {
    this.#codeNodes = new CodeNodes(code);
    this.#follow(sessions.current);
    this.#listeners = [
      sessions.onDidChange(() => this.#follow(sessions.current)),
      code.onDidChange(() => this.#redrawCode()),
    ];
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    switch (node?.kind) {
      case undefined:
        await this.sessions.start();
        if (this.sessions.current) this.code.need();
        return [
          ...this.#rows.messages.map((message) => ({ kind: 'message', message }) as const),
          ...this.#rows.groups.map(({ name }) => this.#groupNode(name)),
          ...this.#codeNodes.top(this.#rows.experiments),
        ];
      case 'group': {
        const group = this.#rows.groups.find(({ name }) => name === node.name);
        return (group?.experiments ?? []).map(({ id }) => this.#experimentNode(id));
      }
      case 'experiment': {
        const experiment = this.#rows.find(node.id);
        if (!experiment || !this.#reader) return [];
        this.#codeNodes.drawn(experiment);
        return this.#reader.children(node, experiment, Date.now());
      }
      case 'child':
        return (node.row.children ?? []).map((row) => {
          return { kind: 'child', owner: node.owner, parent: node, row, retries: false };
        });
      case 'unclaimed':
        return this.#codeNodes.children();
      case 'message':
        return [];
    }
  }

  /** The row of an experiment; undefined while the list has none. */
  findNode(id: number): ExperimentNode | undefined {
    return this.#rows.find(id) && this.#experimentNode(id);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    if (node.kind === 'child') return node.parent;
    if (node.kind !== 'experiment') return undefined;
    const name = this.#rows.groupOf(node.id);
    return name && this.#groupNode(name);
  }

  getTreeItem(node: TreeNode): TreeItem {
    const session = this.sessions.current;
    switch (node.kind) {
      case 'group': {
        const group = this.#rows.groups.find(({ name }) => name === node.name);
        return groupItem(node.name, group?.experiments.length ?? 0);
      }
      case 'experiment': {
        const known = this.#known(node.id);
        // Gone between the moment the row was listed and the moment it is drawn.
        if (!known || !session) return new TreeItem(`Experiment ${node.id}`);
        return experimentItem(known, experimentUrl(session, node.id) !== undefined, Date.now());
      }
      case 'child':
        return childItem(node);
      case 'unclaimed':
        return this.#codeNodes.item();
      case 'message':
        return messageItem(node.message, session?.store.state.list, Date.now());
    }
  }

  /** The tooltip of an experiment, once the mouse rests on it: says more than its row of the list knows. */
  async resolveTreeItem(item: TreeItem, node: TreeNode, token: CancellationToken): Promise<TreeItem> {
    const experiment = node.kind === 'experiment' ? this.#rows.find(node.id) : undefined;
    const tooltip = experiment && (await this.#reader?.tooltip(experiment, token));
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  /** Draws the ages anew, of those that have one that grows. */
  redrawAges(): void {
    const growing = this.#rows.groups.filter(
      ({ name }) => name !== 'Ended' && name !== 'Archived' && name !== 'Draft',
    );
    const nodes: TreeNode[] = growing.flatMap(({ experiments }) =>
      this.#drawn(experiments.map(({ id }) => id)),
    );
    if (this.#rows.messages.includes('failed')) this.#changed.fire(undefined);
    else if (nodes.length > 0) this.#changed.fire(nodes);
  }

  dispose(): void {
    this.#unsubscribe();
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  #redrawCode(): void {
    if (!this.sessions.current) return;
    const { ids, isAll } = this.#codeNodes.changed(this.#rows.experiments);
    const nodes = this.#drawn(ids);
    if (isAll) this.#changed.fire(undefined);
    else if (nodes.length > 0) this.#changed.fire(nodes);
  }

  #known(id: number): KnownExperiment | undefined {
    const state = this.sessions.current?.store.state;
    const experiment = this.#rows.find(id);
    return state && experiment && findKnown(state, experiment);
  }

  #groupNode(name: GroupName): GroupNode {
    return take(this.#groupNodes, name, () => ({ kind: 'group', name }));
  }

  #experimentNode(id: number): ExperimentNode {
    return take(this.#experimentNodes, id, () => ({ kind: 'experiment', id }));
  }

  /** Rows the editor was never given need no redraw. */
  #drawn(ids: Iterable<number>): ExperimentNode[] {
    return [...ids].flatMap((id) => this.#experimentNodes.get(id) ?? []);
  }

  #follow(session: Session | undefined): void {
    this.#unsubscribe();
    this.#rows = new TreeRows();
    this.#experimentNodes.clear();
    this.#codeNodes = new CodeNodes(this.code);
    this.#reader = session && new ExperimentReader(session, this.code, this.logger);
    const update = (): ReturnType<TreeRows['update']> =>
      session ? this.#rows.update(session.store.state, Date.now()) : 'all';
    update();
    this.#changed.fire(undefined);
    this.#unsubscribe =
      session?.store.subscribe(() => {
        const changed = update();
        if (changed === 'all') this.#changed.fire(undefined);
        else {
          const nodes = this.#drawn(changed);
          if (nodes.length > 0) this.#changed.fire(nodes);
        }
      }) ?? (() => undefined);
  }
}

function take<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
