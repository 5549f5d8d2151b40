import { besideExposures, type PanelPage } from './panelPage';

/** How many pixels of the chart have each colour, as `r,g,b`; transparent ones do not count. */
export function colourCounts({ page }: PanelPage): Promise<Record<string, number>> {
  return page.evaluate<Record<string, number>>(`(() => {
    const canvas = document.querySelector('${besideExposures} canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const counts = {};
    for (let index = 0; index < data.length; index += 4) {
      if (data[index + 3] < 250) continue;
      const colour = data[index] + ',' + data[index + 1] + ',' + data[index + 2];
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return counts;
  })()`);
}

/** `r,g,b` of `#rrggbb`. */
export function rgbOf(colour: string): string {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(',');
}

/** Contrast ratio of WCAG 2, 1 to 21, of two colours as `r,g,b`. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other].map(luminance).toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = colour
    .split(',')
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
