/** The chart of a few counts side by side, each with its number on top. */
import { displayText } from '../src/shared/displayText';
import { formatCount } from '../src/shared/format';
import type { BarView } from '../src/shared/panelStats';
import { type ChartPlugin, createCanvasChart } from './chart';
import type { Theme } from './theme';

export interface BarChart {
  readonly draw: (bars: readonly BarView[], theme: Theme) => void;
  readonly dispose: () => void;
}

/** Draws into a canvas, whose parent decides the size. */
export function createBarChart(canvas: HTMLCanvasElement): BarChart {
  let current: { readonly bars: readonly BarView[]; readonly theme: Theme } | undefined;

  const numbers: ChartPlugin<'bar'> = {
    id: 'numbers',
    afterDatasetsDraw({ ctx, scales }) {
      const { x, y } = scales;
      if (!current || !x || !y) return;
      const { bars, theme } = current;
      ctx.save();
      ctx.font = `600 ${theme.fontSizePx + 1}px ${theme.fontFamily}`;
      ctx.fillStyle = theme.foreground;
      ctx.textAlign = 'center';
      for (const [index, { count }] of bars.entries())
        ctx.fillText(formatCount(count), x.getPixelForValue(index), y.getPixelForValue(count) - 7);
      ctx.restore();
    },
  };
  const chart = createCanvasChart(canvas, 'bar', numbers);

  return {
    draw(bars, theme) {
      current = { bars, theme };
      const font = { family: theme.fontFamily, size: theme.fontSizePx - 1 };
      chart.draw({
        labels: bars.map(({ label }) => displayText(label)),
        datasets: [
          {
            data: bars.map(({ count }) => count),
            backgroundColor: bars.map((bar) =>
              bar.tone === 'launchedBefore' ? theme.background : edgeOf(bar, theme),
            ),
            borderColor: bars.map((bar) => edgeOf(bar, theme)),
            borderWidth: 2,
            maxBarThickness: 72,
          },
        ],
        options: {
          layout: { padding: { top: 26 } },
          scales: {
            x: {
              border: { color: theme.foreground },
              grid: { display: false },
              ticks: {
                color: theme.muted,
                font,
                maxRotation: 0,
                autoSkip: false,
                // Two lines, so that they stand beside each other in a narrow panel too.
                callback: (_value, index) => (bars[index]?.label ?? '').split(', '),
              },
            },
            // The number stands on every bar.
            y: { display: false, beginAtZero: true },
          },
        },
      });
    },
    dispose: chart.dispose,
  };
}

/** The span before is an outline of what now is filled. */
function edgeOf({ tone }: BarView, theme: Theme): string {
  return theme.series[tone === 'completed' ? 3 : 0] ?? theme.foreground;
}
