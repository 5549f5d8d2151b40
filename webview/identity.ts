/** How a variant looks, so that no two need colour to be told apart. */

const markers = ['circle', 'rect', 'triangle', 'rectRot'] as const;
export type Marker = (typeof markers)[number] | 'crossRot';

const dashes = [[], [7, 4], [2, 3], [9, 3, 2, 3]] as const;

export interface Identity {
  /** 0 to 3, place in the palette; undefined for the colour of text. */
  readonly colour: number | undefined;
  readonly marker: Marker;
  readonly dash: readonly number[];
}

/** Among the variants without the baseline, in the order of the flag: a variant looks the same in every chart. */
export type Place = number | 'baseline';

/** The places of variants of which one may be the baseline. */
export function placesOf(variants: readonly { readonly isBaseline: boolean }[]): readonly Place[] {
  let next = 0;
  return variants.map(({ isBaseline }) => (isBaseline ? 'baseline' : next++));
}

/** Four colours; from the fifth variant on the same colours meet other markers and dashes. */
export function identityOf(place: Place): Identity {
  if (place === 'baseline') return { colour: undefined, marker: 'crossRot', dash: [14, 4] };
  const colour = place % markers.length;
  const shifted = (place + Math.floor(place / markers.length)) % markers.length;
  return { colour, marker: markers[shifted] ?? 'circle', dash: dashes[shifted] ?? [] };
}
