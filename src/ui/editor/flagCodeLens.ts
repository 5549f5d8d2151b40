import {
  type CancellationToken,
  CodeLens,
  type CodeLensProvider,
  EventEmitter,
  languages,
  type Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { Branch } from '../../code/branch/branch';
import { findLensPlaces } from '../../code/findLensPlaces';
import { branchLensText } from '../../core/editorView/branchText';
import { lensText } from '../../core/editorView/lensText';
import { commandIds } from '../ids';
import type { EditorContext } from './createEditor';
import { selector } from './documents';
import { changesEditor, hasBranchLenses, lensMode } from './editorSettings';
import { type FlagCode, rangeOf } from './flagCode';

/** A lens that says nothing yet: what it says is looked up when it comes on screen. */
class FlagLens extends CodeLens {
  constructor(
    range: Range,
    readonly key: string,
    readonly hasResult: boolean,
    /** Of a lens above a branch. */
    readonly branch: Branch | undefined,
  ) {
    super(range);
  }
}

/**
 * What the experiment says, above the first call in each function that names its flag; and above branches, whom they
 * are for. Lenses come and go with the text and the experiments, and otherwise stay where they are.
 */
export class FlagCodeLens implements CodeLensProvider<FlagLens> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #flags: FlagCode;
  readonly #disposables;
  /** What the lenses on screen say. */
  readonly #shown = new Map<string, { readonly lens: FlagLens; readonly title: string }>();
  /** Where the lenses of a document are. */
  readonly #places = new WeakMap<TextDocument, string>();

  constructor({ flags }: EditorContext) {
    this.#flags = flags;
    this.#disposables = [
      this.#changed,
      languages.registerCodeLensProvider([...selector], this),
      flags.onDidChange(() => this.#redraw()),
      workspace.onDidChangeConfiguration((event) => {
        if (changesEditor(event)) this.#changed.fire();
      }),
    ];
  }

  provideCodeLenses(document: TextDocument): FlagLens[] {
    const lenses = this.#lensesOf(document);
    this.#places.set(document, placesText(lenses));
    return lenses;
  }

  resolveCodeLens(lens: FlagLens, token: CancellationToken): FlagLens | undefined {
    if (token.isCancellationRequested) return undefined;
    const title = this.#titleOf(lens);
    this.#shown.set(nameOf(lens), { lens, title });
    const id = this.#flags.find(lens.key)?.shown?.experiment.id;
    lens.command = lens.branch
      ? // Without a command it is text, not a link.
        { title, command: '' }
      : {
          title,
          tooltip: 'Open the experiment beside the code',
          command: commandIds.openExperiment,
          arguments: [{ id }],
        };
    return lens;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #lensesOf(document: TextDocument): FlagLens[] {
    const mode = lensMode(document);
    const seen = mode === 'off' ? undefined : this.#flags.lookAt(document);
    if (!seen || seen.otherProjectId !== undefined || seen.references.length === 0) return [];
    const hasResult = mode === 'statusAndResult';
    const branches = hasBranchLenses(document) ? this.#flags.insightsIn(document).branches : [];
    const lensAt = (place: { key: string; start: number; end: number }, branch?: Branch) =>
      this.#flags.find(place.key)?.shown
        ? [new FlagLens(rangeOf(document, place), place.key, hasResult, branch)]
        : [];
    return [
      ...findLensPlaces(document.getText(), seen.references).flatMap((place) => lensAt(place)),
      ...branches.flatMap((branch) => lensAt(branch, branch)),
    ];
  }

  #titleOf({ key, hasResult, branch }: FlagLens): string {
    const { shown, experiments } = this.#flags.find(key) ?? {};
    if (!shown || !experiments) return '';
    return branch
      ? branchLensText(shown, branch, hasResult, Date.now())
      : lensText(shown, { others: experiments.length - 1, hasResult }, Date.now());
  }

  /** Lenses that would say the same at the same places stay as they are. */
  #redraw(): void {
    const saysOther = [...this.#shown.values()].some(({ lens, title }) => this.#titleOf(lens) !== title);
    const isElsewhere = window.visibleTextEditors.some(
      ({ document }) => (this.#places.get(document) ?? '') !== placesText(this.#lensesOf(document)),
    );
    if (!saysOther && !isElsewhere) return;
    this.#shown.clear();
    this.#changed.fire();
  }
}

/** Lenses of the same name say the same. */
function nameOf({ key, hasResult, branch }: FlagLens): string {
  return JSON.stringify([key, hasResult, branch && [branch.outcomes, branch.isNot]]);
}

function placesText(lenses: readonly FlagLens[]): string {
  return lenses
    .map((lens) => `${lens.range.start.line}:${lens.range.start.character}:${nameOf(lens)}`)
    .join('\n');
}
