/** The sign of a variant beside its name: a piece of its line with its marker. */
import { drawing } from '../dom';
import { identityOf, type Marker, type Place } from '../identity';

const shapes: Readonly<Record<Marker, string>> = {
  circle: 'M14 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8z',
  rect: 'M10.5 2.5h7v7h-7z',
  triangle: 'M14 1.5l4.5 8h-9z',
  rectRot: 'M14 1l5 5l-5 5l-5-5z',
  crossRot: 'M10.5 2.5l7 7m0-7l-7 7',
};

/** Decoration: the name beside it says which variant it is. */
export function swatch(place: Place): SVGElement {
  const { colour, marker, dash } = identityOf(place);
  return drawing(
    'svg',
    {
      class: `swatch ${colour === undefined ? 'series-baseline' : `series-${colour + 1}`}`,
      width: '28',
      height: '12',
      viewBox: '0 0 28 12',
      'aria-hidden': 'true',
    },
    drawing('path', { class: 'swatch-line', d: 'M0 6h28', 'stroke-dasharray': dash.join(' ') }),
    drawing('path', { class: 'swatch-marker', d: shapes[marker] }),
  );
}
