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
import { findLensPlaces } from '../../code/findLensPlaces';
import { lensText } from '../../core/experiment/lensText';
import { commandIds, settings } from '../ids';
import type { EditorContext } from './createEditor';
import { selector } from './documents';
import { type FlagCode, rangeOf } from './flagCode';

/** A lens that says nothing yet: what it says is looked up when it comes on screen. */
class FlagLens extends CodeLens {
  constructor(
    range: Range,
    readonly key: string,
  ) {
    super(range);
  }
}

/** What the experiment says, above the calls that name its flag: the first in each function. */
export class FlagCodeLens implements CodeLensProvider<FlagLens> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #flags: FlagCode;
  readonly #disposables;
  /** What the lenses on screen say, by flag. */
  readonly #shown = new Map<string, string | undefined>();
  /** Where the lenses of a document are. */
  readonly #places = new WeakMap<TextDocument, string>();

  constructor({ flags }: EditorContext) {
    this.#flags = flags;
    this.#disposables = [
      this.#changed,
      languages.registerCodeLensProvider([...selector], this),
      flags.onDidChange(() => this.#redraw()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${settings.section}.${settings.codeLens}`)) this.#changed.fire();
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
    const title = this.#titleOf(lens.key);
    this.#shown.set(lens.key, title);
    const id = this.#flags.find(lens.key)?.shown?.experiment.id;
    lens.command = {
      title: title ?? '',
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
    const isOn = workspace.getConfiguration(settings.section, document).get<boolean>(settings.codeLens, true);
    const seen = isOn ? this.#flags.lookAt(document) : undefined;
    if (!seen || seen.otherProjectId !== undefined) return [];
    const places = findLensPlaces(document.getText(), seen.references);
    return places.flatMap(({ key, start, end }) =>
      this.#flags.find(key)?.shown ? [new FlagLens(rangeOf(document, { start, end }), key)] : [],
    );
  }

  #titleOf(flagKey: string): string | undefined {
    const known = this.#flags.find(flagKey);
    return known?.shown && lensText(known.shown, known.experiments.length - 1, Date.now());
  }

  /** Lenses that would say the same at the same places stay as they are. */
  #redraw(): void {
    const saysOther = [...this.#shown].some(([key, title]) => this.#titleOf(key) !== title);
    const isElsewhere = window.visibleTextEditors.some(
      ({ document }) => (this.#places.get(document) ?? '') !== placesText(this.#lensesOf(document)),
    );
    if (!saysOther && !isElsewhere) return;
    this.#shown.clear();
    this.#changed.fire();
  }
}

function placesText(lenses: readonly FlagLens[]): string {
  return lenses.map(({ key, range }) => `${range.start.line}:${range.start.character}:${key}`).join('\n');
}
