/** How a variant looks, so that no two need colour to be told apart. */

export const markers = ['circle', 'rect', 'triangle', 'rectRot'] as const;
export type Marker = (typeof markers)[number];

const dashes = [[], [7, 4], [2, 3], [9, 3, 2, 3]] as const;

export interface Identity {
  /** 0 to 3, place in the palette. */
  readonly colour: number;
  readonly marker: Marker;
  readonly dash: readonly number[];
}

/** Four colours; from the fifth variant on the same colours meet other markers and dashes. */
export function identityOf(place: number): Identity {
  const colour = place % markers.length;
  const shifted = (place + Math.floor(place / markers.length)) % markers.length;
  return { colour, marker: markers[shifted] ?? 'circle', dash: dashes[shifted] ?? [] };
}
