import { commands, Location, type LocationLink, type Position, type TextDocument } from 'vscode';

type Question = 'vscode.executeDefinitionProvider' | 'vscode.executeReferenceProvider';

/**
 * What all other providers say of a name. The language's own knows where a constant is; who says it again makes VS Code
 * show a list of two where one jump was wanted.
 */
export class OtherProviders {
  /** VS Code asks all providers, the one that asks among them. */
  readonly #asked = new Set<string>();

  constructor(private readonly question: Question) {}

  /** Whether it is our own question that comes back. */
  isAsking(document: TextDocument, position: Position): boolean {
    return this.#asked.has(keyOf(document, position));
  }

  async ask(document: TextDocument, position: Position): Promise<readonly Location[]> {
    const key = keyOf(document, position);
    this.#asked.add(key);
    try {
      const found = await commands.executeCommand<(Location | LocationLink)[]>(
        this.question,
        document.uri,
        position,
      );
      return found.map((each) =>
        'targetUri' in each ? new Location(each.targetUri, each.targetRange) : each,
      );
    } finally {
      this.#asked.delete(key);
    }
  }
}

function keyOf({ uri }: TextDocument, { line, character }: Position): string {
  return `${uri.toString()}:${line}:${character}`;
}
