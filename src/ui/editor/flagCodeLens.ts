import {
  CodeLens,
  type CodeLensProvider,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { findKeyLiterals, type KeyLiteral } from '../../code/findKeyLiterals';
import { experimentsByFlagKey } from '../../core/experiment/forFlag';
import { lensText } from '../../core/experiment/lensText';
import type { Experiment } from '../../core/model/experiment';
import type { Logger } from '../../core/logger';
import type { Session } from '../../core/session';
import { findKnown } from '../../core/store/findKnown';
import { lastLoaded } from '../../core/store/resource';
import { commandIds, settings } from '../ids';
import { inBackground } from '../../core/inBackground';
import type { Sessions } from '../../core/account/sessions';

const scripts = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];
/** Not in diffs, output or what git shows of the past. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

type ByKey = ReturnType<typeof experimentsByFlagKey>;

/** What the experiment says, above each call that names its flag. */
export class FlagCodeLens implements CodeLensProvider {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #disposables;
  #unsubscribe: () => void = () => undefined;
  #byKey: ByKey = new Map();
  /** What the lenses on screen say, by flag. */
  readonly #shown = new Map<string, string>();

  constructor(
    private readonly sessions: Sessions,
    private readonly logger: Logger,
  ) {
    const selector = scripts.flatMap((language) => schemes.map((scheme) => ({ language, scheme })));
    this.#follow(sessions.current);
    this.#disposables = [
      this.#changed,
      languages.registerCodeLensProvider(selector, this),
      sessions.onDidChange(() => this.#follow(sessions.current)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${settings.section}.${settings.codeLens}`)) this.#changed.fire();
      }),
    ];
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const enabled = workspace
      .getConfiguration(settings.section, document)
      .get<boolean>(settings.codeLens, true);
    if (!enabled) return [];
    // The lenses come when the experiments do: nothing waits for them here.
    inBackground(this.sessions.start(), 'Opening the project', this.logger);
    return findKeyLiterals(document.getText(), new Set(this.#byKey.keys())).flatMap((literal) => {
      const [experiment] = this.#byKey.get(literal.key) ?? [];
      const title = this.#titleOf(literal.key);
      if (!experiment || title === undefined) return [];
      this.#shown.set(literal.key, title);
      return [toLens(document, literal, experiment.id, title)];
    });
  }

  dispose(): void {
    this.#unsubscribe();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #titleOf(flagKey: string): string | undefined {
    const state = this.sessions.current?.store.state;
    const [experiment, ...others] = this.#byKey.get(flagKey) ?? [];
    return state && experiment && lensText(findKnown(state, experiment), others.length, Date.now());
  }

  #follow(session: Session | undefined): void {
    this.#unsubscribe();
    let experiments: readonly Experiment[] | undefined;
    const read = () => {
      const next = lastLoaded(session?.store.state.list)?.value.experiments;
      const isNewList = next !== experiments;
      if (isNewList) this.#byKey = experimentsByFlagKey(next ?? []);
      experiments = next;
      // A verdict that arrives redraws the lenses that say something else with it, and no others.
      const saysOther = [...this.#shown].some(([key, title]) => this.#titleOf(key) !== title);
      if (isNewList || saysOther) this.#changed.fire();
    };
    this.#byKey = new Map();
    this.#shown.clear();
    this.#unsubscribe = session?.store.subscribe(read) ?? (() => undefined);
    read();
    if (experiments === undefined) this.#changed.fire();
  }
}

function toLens(document: TextDocument, { start, end }: KeyLiteral, id: number, title: string): CodeLens {
  return new CodeLens(new Range(document.positionAt(start), document.positionAt(end)), {
    title,
    tooltip: 'Open the experiment beside the code',
    command: commandIds.openExperiment,
    arguments: [{ id }],
  });
}
