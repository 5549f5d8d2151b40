import {
  type CancellationToken,
  type Disposable,
  Hover,
  type HoverProvider,
  languages,
  MarkdownString,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Spot } from '../../code/findSpot';
import { otherProjectText } from '../../core/editorView/fileRows';
import { type HoverLink, hoverText, type HoverText } from '../../core/editorView/hoverText';
import type { KnownFlag } from '../../core/editorView/knownFlag';
import { inertText } from '../../core/experiment/inertText';
import { experimentUrl } from '../../core/experiment/webLinks';
import type { Session } from '../../core/session';
import { CloserLook } from '../../core/useCase/closerLook';
import { lookWithin } from '../../core/useCase/lookWithin';
import { escapeMarkdown, markdownBreak } from '../../shared/escapeMarkdown';
import { commandIds } from '../ids';
import { describeError } from '../messages';
import type { EditorContext } from './createEditor';
import { selector } from './documents';
import { isHoverOn } from './editorSettings';
import { rangeOf } from './flagCode';

const linkTitles: Readonly<Record<HoverLink, string>> = {
  openExperiment: 'Results',
  openInPostHog: 'Open in PostHog',
  exportResults: 'Copy or export',
  createExperiment: 'Create experiment',
  selectProject: 'Select project',
};
/** The commands a hover may run, and no others: names of the server cannot bring any along. */
const enabledCommands = Object.keys(linkTitles).map((link) => commandIds[link as HoverLink]);

/** Tells of the experiment behind a key, a constant, a variant or a branch. */
export class FlagHover implements HoverProvider {
  readonly #looks = new WeakMap<Session, CloserLook>();
  readonly #listener: Disposable;

  constructor(private readonly context: EditorContext) {
    this.#listener = languages.registerHoverProvider([...selector], this);
  }

  async provideHover(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<Hover | undefined> {
    const { flags } = this.context;
    const spot = isHoverOn(document) ? flags.spotAt(document, position) : undefined;
    const seen = spot && flags.lookAt(document);
    if (!seen) return undefined;
    const range = rangeOf(document, spot);
    const { session, otherProjectId } = seen;
    if (otherProjectId !== undefined) {
      const title = otherProjectText(otherProjectId, session.store.state.projectName);
      return new Hover(draw({ title, lines: [], links: ['selectProject'], experimentId: undefined }), range);
    }
    const id = flags.find(spot.key)?.shown?.experiment.id;
    if (id !== undefined) await this.#read(session, id, token);
    if (token.isCancellationRequested) return undefined;
    const flag = flags.find(spot.key);
    const text = flag && say(flag, spot, session);
    return text && new Hover(draw(text), range);
  }

  dispose(): void {
    this.#listener.dispose();
  }

  /** The first look at an experiment reads it; another one reads nothing. */
  async #read(session: Session, id: number, token: CancellationToken): Promise<void> {
    const look = this.#looks.get(session) ?? new CloserLook(session);
    this.#looks.set(session, look);
    const leave = new AbortController();
    const listener = token.onCancellationRequested(() => leave.abort());
    await lookWithin(look, session, id, { signal: leave.signal, logger: this.context.logger });
    listener.dispose();
  }
}

function say(flag: KnownFlag, spot: Spot, session: Session): HoverText | undefined {
  const { state } = session.store;
  const id = flag.shown?.experiment.id;
  const failed =
    id === undefined
      ? undefined
      : [state.list, state.details.get(id), state.verdicts.get(id)].find(
          (resource) => resource?.state === 'failed',
        );
  return hoverText(flag, {
    branches: spot.branches,
    projectName: state.projectName,
    hasWebPage: id !== undefined && experimentUrl(session, id) !== undefined,
    trouble: failed && `What is newer could not be read. ${describeError(failed.error)}`,
    nowMs: session.now(),
  });
}

function draw({ title, lines, links, experimentId }: HoverText): MarkdownString {
  const markdown = new MarkdownString();
  markdown.isTrusted = { enabledCommands };
  const argument = encodeURIComponent(
    JSON.stringify([experimentId === undefined ? {} : { id: experimentId }]),
  );
  const drawn = links.map((link) => `[${linkTitles[link]}](command:${commandIds[link]}?${argument})`);
  const text = [`**${escaped(title)}**`, ...lines.map(escaped), drawn.join(' · ')];
  markdown.appendMarkdown(text.join(markdownBreak));
  return markdown;
}

function escaped(text: string): string {
  return escapeMarkdown(inertText(text));
}
