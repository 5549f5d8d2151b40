/** The parts of chart.js that the panel uses. No other file knows chart.js. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
  type ChartDataset,
  type ChartOptions,
  type Plugin,
} from 'chart.js';
import { drawPoint } from 'chart.js/helpers';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

// Still and silent: the pages have readouts of their own, and a reader may not want movement.
Chart.defaults.animation = false;
Chart.defaults.events = [];
Chart.defaults.maintainAspectRatio = false;

export type ChartKind = 'line' | 'bar';
type Values = (number | null)[];

export type AnyChart = Chart;
export type DrawnChart<K extends ChartKind> = Chart<K, Values, string>;
export type Dataset<K extends ChartKind> = ChartDataset<K, Values>;
export type Options<K extends ChartKind> = ChartOptions<K>;
export type ChartPlugin<K extends ChartKind> = Plugin<K>;
export type PointLooks = Parameters<typeof drawPoint>[1];

/** What a chart shows; its canvas's parent decides its size. */
export interface Drawing<K extends ChartKind> {
  readonly labels: readonly string[];
  readonly datasets: Dataset<K>[];
  readonly options: Options<K>;
}

export interface CanvasChart<K extends ChartKind> {
  readonly draw: (drawing: Drawing<K>) => void;
  /** Undefined before the first drawing. */
  readonly current: () => DrawnChart<K> | undefined;
  readonly dispose: () => void;
}

/** A chart on a canvas, made at the first drawing: a panel without numbers never pays for it. */
export function createCanvasChart<K extends ChartKind>(
  canvas: HTMLCanvasElement,
  kind: K,
  marks: ChartPlugin<K>,
): CanvasChart<K> {
  let chart: DrawnChart<K> | undefined;
  return {
    draw({ labels, datasets, options }) {
      const data = { labels: [...labels], datasets };
      if (chart) {
        chart.data = data;
        chart.options = options;
        chart.update('none');
      } else {
        const config: ChartConfiguration<K, Values, string> = { type: kind, data, options, plugins: [marks] };
        chart = new Chart(canvas, config);
      }
    },
    current: () => chart,
    dispose() {
      chart?.destroy();
      chart = undefined;
    },
  };
}

/** Draws one marker. chart.js could draw those of a line, but would work out the looks of every single one. */
export function drawMarker(
  context: CanvasRenderingContext2D,
  looks: PointLooks,
  x: number,
  y: number,
  fill: 'filled' | 'hollow' = 'filled',
): void {
  context.save();
  if (fill === 'hollow') context.fillStyle = 'transparent';
  drawPoint(context, looks, x, y);
  context.restore();
}
