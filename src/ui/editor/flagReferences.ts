import {
  type CancellationToken,
  languages,
  type Location,
  type Position,
  type ReferenceContext,
  type ReferenceProvider,
  type TextDocument,
} from 'vscode';
import { isLiteral } from '../../code/findAdjacent';
import type { EditorContext } from './createEditor';
import { selector } from './documents';
import { placesOf, wholeIndex } from './flagPlaces';
import { OtherProviders } from './otherProviders';

/** All places that name a flag, over files and languages: its key, the constants that hold it and what reads them. */
export class FlagReferences implements ReferenceProvider {
  readonly #others = new OtherProviders('vscode.executeReferenceProvider');
  readonly #registration;

  constructor(private readonly context: EditorContext) {
    this.#registration = languages.registerReferenceProvider([...selector], this);
  }

  async provideReferences(
    document: TextDocument,
    position: Position,
    { includeDeclaration }: ReferenceContext,
    token: CancellationToken,
  ): Promise<Location[] | undefined> {
    const { flags, index } = this.context;
    const spot = flags.spotAt(document, position);
    if (!spot?.reference || this.#others.isAsking(document, position)) return undefined;
    await wholeIndex(index, token);
    if (token.isCancellationRequested) return undefined;
    const places = (await placesOf(this.context, document, spot.key))
      .filter(({ kind }) => includeDeclaration || kind !== 'definition')
      .map(({ location }) => location);
    if (isLiteral(spot.reference)) return places;
    const others = await this.#others.ask(document, position);
    return places.filter((place) => !others.some((other) => overlap(place, other)));
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

function overlap(one: Location, other: Location): boolean {
  return one.uri.toString() === other.uri.toString() && one.range.intersection(other.range) !== undefined;
}
