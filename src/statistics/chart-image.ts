import type { ChartName, ChartSize } from './chart-catalogue.ts';
import { chartFinding } from './chart-finding.ts';
import { type ChartDrawing, chartDrawing } from './chart-option.ts';
import type { Figures } from './figures.ts';

const drawn = new WeakMap<Figures, Map<string, Promise<string>>>();

/**
 * A chart as an SVG image: no style, script or reference outside of itself, so that it needs no leave to load any.
 * Drawn once for each figures.
 */
export function chartImage(
  figures: Figures,
  name: ChartName,
  quarter: string,
  size: ChartSize,
): Promise<string> {
  const images = drawn.get(figures) ?? new Map<string, Promise<string>>();
  drawn.set(figures, images);
  const key = `${name} ${quarter} ${size}`;
  const image = images.get(key) ?? draw(figures, name, quarter, size);
  images.set(key, image);
  return image;
}

async function draw(figures: Figures, name: ChartName, quarter: string, size: ChartSize): Promise<string> {
  const svg = await svgOf(chartDrawing(figures, name, quarter, size));
  return withTitle(withoutStyles(svg), chartFinding(figures, name, quarter));
}

/** The library is large, and many a process never draws: it is loaded with the first chart. */
async function svgOf({ width, height, option }: ChartDrawing): Promise<string> {
  const { init } = await import('echarts/dist/echarts.esm.min.mjs');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString({ useViewBox: true });
  } finally {
    chart.dispose();
  }
}

/** What the library writes as style becomes attributes; its hooks for scripts go. */
function withoutStyles(svg: string): string {
  return svg
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => style.replace(/([\w-]+):([^;]+);?/g, ' $1="$2"'))
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '');
}

function withTitle(svg: string, title: string): string {
  const escaped = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return svg.replace(/^(<svg[^>]*)>/, `$1 role="img"><title>${escaped}</title>`);
}
