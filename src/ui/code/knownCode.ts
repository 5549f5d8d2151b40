import type { CodeLack, KnownCode } from '../../core/treeView/codeRows';
import type { CodeIndex, CodeIndexState } from './codeIndex';

/** The index as rows and panels see it: plain text, no editor. */
export function knownCode(index: CodeIndex): KnownCode {
  return {
    isComplete: index.state.kind === 'ready',
    lack: lackIn(index.state),
    placesOf: (key) => index.placesOf(key).map((place) => ({ ...place, uri: place.uri.toString() })),
    keys: () => index.keys(),
    variantsOf: (key) => index.variantsOf(key),
  };
}

function lackIn(state: CodeIndexState): CodeLack | undefined {
  if (state.kind === 'failed') return { kind: 'failed', message: state.message };
  if (state.kind !== 'ready' || !state.summary.isCut) return undefined;
  return { kind: 'cut', files: state.summary.files };
}
