import type { KnownCode } from '../../core/treeView/codeRows';
import type { CodeIndex } from './codeIndex';

/** The index as rows and panels see it: plain text, no editor. */
export function knownCode(index: CodeIndex): KnownCode {
  return {
    isComplete: index.state.kind === 'ready',
    placesOf: (key) => index.placesOf(key).map((place) => ({ ...place, uri: place.uri.toString() })),
    keys: () => index.keys(),
    variantsOf: (key) => index.variantsOf(key),
  };
}
