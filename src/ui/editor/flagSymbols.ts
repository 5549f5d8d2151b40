import { languages, Location, SymbolInformation, SymbolKind, type WorkspaceSymbolProvider } from 'vscode';
import { matchKeys } from '../../core/editorView/matchKeys';
import { inertText } from '../../core/experiment/inertText';
import type { EditorContext } from './createEditor';
import { rangeOfPlace } from './flagPlaces';

/** The keys that the code names, by Go to Symbol in Workspace: each where it is defined, else where it is read first. */
export class FlagSymbols implements WorkspaceSymbolProvider {
  readonly #registration;

  constructor(private readonly context: EditorContext) {
    this.#registration = languages.registerWorkspaceSymbolProvider(this);
  }

  provideWorkspaceSymbols(query: string): SymbolInformation[] {
    const { index, flags } = this.context;
    return matchKeys(index.keys(), query).flatMap((key) => {
      const places = index.placesOf(key);
      const place = places.find(({ kind }) => kind === 'definition') ?? places[0];
      if (!place) return [];
      const name = flags.find(key)?.shown?.experiment.name;
      const container = name === undefined ? 'feature flag' : `experiment “${inertText(name)}”`;
      const location = new Location(place.uri, rangeOfPlace(place));
      return [new SymbolInformation(inertText(key), SymbolKind.Constant, container, location)];
    });
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
