import {
  type CancellationToken,
  type DefinitionProvider,
  languages,
  Location,
  Position,
  type TextDocument,
} from 'vscode';
import { isLiteral } from '../../code/findAdjacent';
import type { EditorContext } from './createEditor';
import { selector } from './documents';
import { experimentUri } from './experimentDocuments';
import { definitionsIn, placesOf } from './flagPlaces';
import { OtherProviders } from './otherProviders';

/** From a key to the constant that holds it, else to its experiment: peeked at as text, gone to as the panel. */
export class FlagDefinitions implements DefinitionProvider {
  readonly #others = new OtherProviders('vscode.executeDefinitionProvider');
  readonly #registration;

  constructor(private readonly context: EditorContext) {
    this.#registration = languages.registerDefinitionProvider([...selector], this);
  }

  async provideDefinition(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<Location[] | undefined> {
    const { flags } = this.context;
    const spot = flags.spotAt(document, position);
    if (!spot?.reference || this.#others.isAsking(document, position)) return undefined;
    const constants = definitionsIn(await placesOf(this.context, document, spot.key)).filter(
      ({ uri, range }) => uri.toString() !== document.uri.toString() || !range.contains(position),
    );
    if (!isLiteral(spot.reference)) {
      // The language's own providers know better where a name comes from.
      const others = await this.#others.ask(document, position);
      return others.length > 0 || token.isCancellationRequested ? undefined : constants;
    }
    if (constants.length > 0 && spot.reference.kind !== 'definition') return constants;
    return this.#experiment(document, spot.key);
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #experiment(document: TextDocument, key: string): Location[] | undefined {
    const { flags } = this.context;
    const shown = flags.lookAt(document)?.otherProjectId === undefined ? flags.find(key)?.shown : undefined;
    return shown && [new Location(experimentUri(shown.experiment), new Position(0, 0))];
  }
}
