import type { CancellationToken, MarkdownString } from 'vscode';
import { inBackground } from '../../core/inBackground';
import type { Logger } from '../../core/logger';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { findKnown } from '../../core/store/findKnown';
import { lastLoaded } from '../../core/store/resource';
import { childRow, type ChildRow } from '../../core/treeView/childRow';
import { childRows } from '../../core/treeView/childRows';
import { CloserLook } from '../../core/useCase/closerLook';
import { lookWithin } from '../../core/useCase/lookWithin';
import type { CodeIndex } from '../code/codeIndex';
import { knownCode } from '../code/knownCode';
import { describeError, errorTitle } from '../messages';
import { experimentTooltip } from './experimentItem';
import type { ChildNode, ExperimentNode } from './nodes';

/** Reads an experiment whole once somebody looks closer: opens its row, or rests the mouse on it. */
export class ExperimentReader {
  readonly #look: CloserLook;

  constructor(
    private readonly session: Session,
    private readonly code: CodeIndex,
    private readonly logger: Logger,
  ) {
    this.#look = new CloserLook(session);
  }

  /** The rows below an experiment as far as they are known; they are drawn anew when the rest is there. */
  children(node: ExperimentNode, experiment: Experiment, nowMs: number): ChildNode[] {
    const { session } = this;
    const needsReading = this.#look.needsReading(node.id);
    // Not before the rows are given: reading changes the store, and that draws them anew.
    if (needsReading) {
      const read = Promise.resolve().then(() => this.#look.read(node.id, session.signal));
      inBackground(read, 'Reading an experiment', this.logger);
    }
    const { state } = session.store;
    const detail = lastLoaded(state.details.get(node.id))?.value;
    const notice = this.#notice(node.id, needsReading && detail === undefined);
    return childRows(findKnown(state, experiment), detail, notice, nowMs, knownCode(this.code)).map(
      (row) => ({
        kind: 'child',
        owner: `experiment/${node.id}`,
        parent: node,
        row,
        ...(row.recalculableMetric !== undefined && { id: node.id, metricUuid: row.recalculableMetric }),
        retries: row === notice && row.tone === 'warning',
      }),
    );
  }

  async tooltip(experiment: Experiment, token: CancellationToken): Promise<MarkdownString> {
    const { session } = this;
    const leave = new AbortController();
    const listener = token.onCancellationRequested(() => leave.abort());
    await lookWithin(this.#look, session, experiment.id, { signal: leave.signal, logger: this.logger });
    listener.dispose();
    const { state } = session.store;
    const failed = [state.details.get(experiment.id), state.verdicts.get(experiment.id)].find(
      (resource) => resource?.state === 'failed',
    );
    const trouble = failed && `The result could not be read. ${describeError(failed.error)}`;
    return experimentTooltip(findKnown(state, experiment), session.now(), trouble);
  }

  #notice(id: number, isAboutToRead: boolean): ChildRow | undefined {
    const detail = this.session.store.state.details.get(id);
    if (detail?.state === 'failed') {
      return {
        ...childRow('failed', 'error', errorTitle(detail.error), 'Retry'),
        tone: 'warning',
        tooltip: describeError(detail.error),
      };
    }
    const isFirst = lastLoaded(detail) === undefined;
    return isFirst && (isAboutToRead || detail?.state === 'loading')
      ? childRow('loading', 'loading~spin', 'Loading metrics…', '')
      : undefined;
  }
}
