/** The chart of exposures: everybody counted up to each day, a line a variant. */
import { displayText } from '../src/shared/displayText';
import { formatCalendarDay, formatCount } from '../src/shared/format';
import type { ExposuresView } from '../src/shared/panelExposures';
import { type ChartPlugin, createCanvasChart, drawMarker } from './chart';
import { identityOf, type Marker, placesOf } from './identity';
import type { Theme } from './theme';

export interface ExposuresChart {
  readonly draw: (view: ExposuresView, theme: Theme) => void;
  readonly dispose: () => void;
}

const markers = 6;
/** Thin shapes need more room to be seen. */
const radiusPx: Partial<Record<Marker, number>> = { crossRot: 6 };

/** Draws into a canvas, whose parent decides the size. */
export function createExposuresChart(canvas: HTMLCanvasElement): ExposuresChart {
  let current: { readonly view: ExposuresView; readonly theme: Theme } | undefined;

  const marks: ChartPlugin<'line'> = {
    id: 'markers',
    afterDatasetsDraw({ ctx, scales }) {
      const { x, y } = scales;
      if (!current || !x || !y) return;
      const { view, theme } = current;
      ctx.save();
      const places = placesOf(view.variants);
      for (const [index, { counts }] of view.variants.entries()) {
        const { marker, colour } = identityOf(places[index] ?? 0);
        ctx.fillStyle = ctx.strokeStyle = colourOf(colour, theme);
        const every = Math.max(1, Math.ceil(counts.length / markers));
        for (const [day, count] of counts.entries()) {
          if ((counts.length - 1 - day) % every !== 0) continue;
          const looks = { pointStyle: marker, radius: radiusPx[marker] ?? 4, borderWidth: 2, rotation: 0 };
          drawMarker(ctx, looks, x.getPixelForValue(day), y.getPixelForValue(count));
        }
      }
      ctx.restore();
    },
  };
  const chart = createCanvasChart(canvas, 'line', marks);

  return {
    draw(view, theme) {
      current = { view, theme };
      const years = new Set(view.days.map((day) => day.slice(0, 4)));
      const font = { family: theme.fontFamily, size: theme.fontSizePx - 2 };
      chart.draw({
        labels: view.days.map((day) =>
          displayText(formatCalendarDay(day, years.size > 1 ? 'year' : 'no year')),
        ),
        datasets: placesOf(view.variants).map((place, index) => {
          const { colour, dash } = identityOf(place);
          return {
            data: [...(view.variants[index]?.counts ?? [])],
            borderColor: colourOf(colour, theme),
            borderDash: [...dash],
            borderWidth: 2,
            pointRadius: 0,
          };
        }),
        options: {
          layout: { padding: { top: 8, right: 8 } },
          scales: {
            x: {
              border: { color: theme.grid },
              grid: { display: false },
              ticks: { color: theme.muted, font, maxRotation: 0, autoSkipPadding: 16, sampleSize: 12 },
            },
            y: {
              beginAtZero: true,
              border: { display: false },
              grid: { color: theme.grid, drawTicks: false },
              ticks: {
                color: theme.muted,
                font,
                padding: 8,
                maxTicksLimit: 6,
                precision: 0,
                callback: (value) => formatCount(Number(value)),
              },
            },
          },
        },
      });
    },
    dispose: chart.dispose,
  };
}

function colourOf(colour: number | undefined, theme: Theme): string {
  return (colour === undefined ? undefined : theme.series[colour]) ?? theme.foreground;
}
