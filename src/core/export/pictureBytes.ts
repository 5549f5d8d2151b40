import { maxPictureLength } from '../../shared/panelExport';

const prefix = 'data:image/png;base64,';
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The picture that a canvas told of itself; undefined when it is none, or too large to be a chart. */
export function findPictureBytes(dataUrl: string): Uint8Array | undefined {
  if (!dataUrl.startsWith(prefix) || dataUrl.length > maxPictureLength) return undefined;
  const base64 = dataUrl.slice(prefix.length);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return signature.every((byte, place) => bytes[place] === byte) ? bytes : undefined;
}
