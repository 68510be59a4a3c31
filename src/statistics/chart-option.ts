import type { BarSeriesOption, EChartsOption } from 'echarts';
import { type ChartName, type ChartRow, type ChartSize, chartRows } from './chart-catalogue.ts';
import type { Figures } from './figures.ts';
import { MEASURE_WORDS } from './measures.ts';

export interface ChartDrawing {
  readonly width: number;
  readonly height: number;
  readonly option: EChartsOption;
}

const SIZES = {
  wide: { width: 880, label: 270, row: 46, quarters: 12, font: 14 },
  narrow: { width: 360, label: 118, row: 64, quarters: 5, font: 13 },
} as const satisfies Record<ChartSize, object>;

const INK = '#1b1b1b';
const QUIET = '#5c5c5c';
/** Told apart by colour, by lightness and by the stripes of the second. */
const SERIES = [
  { measure: 'received', color: '#07648d' },
  { measure: 'resolved', color: '#ffbe2e' },
] as const;
const STRIPES = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation: -Math.PI / 4,
  color: '#5c410a',
};

/** What is to be drawn; a withheld count is a word in the place of its bar. */
export function chartDrawing(
  figures: Figures,
  name: ChartName,
  quarter: string,
  size: ChartSize,
): ChartDrawing {
  const { width, quarters, row } = SIZES[size];
  const rows = chartRows(figures, name, quarter);
  if (name === 'by-quarter') {
    return { width, height: 340, option: columns(rows.slice(-quarters), size) };
  }
  return { width, height: rows.length * row + 60, option: bars(rows, size) };
}

function bars(rows: readonly ChartRow[], size: ChartSize): EChartsOption {
  const { label, font, width } = SIZES[size];
  return {
    ...shared(rows, 'right', font),
    grid: { left: label + 12, right: width > 500 ? 72 : 56, top: 44, bottom: 8 },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: QUIET } },
      axisLabel: {
        color: INK,
        fontSize: font,
        width: label,
        overflow: 'break',
        interval: 0,
        lineHeight: font + 3,
      },
    },
  };
}

function columns(rows: readonly ChartRow[], size: ChartSize): EChartsOption {
  const { font } = SIZES[size];
  return {
    ...shared(rows, 'top', font - 2),
    grid: { left: 8, right: 8, top: 64, bottom: 36 },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
    xAxis: {
      type: 'category',
      data: rows.map((row) => row.label.replace(' ', '\n')),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: QUIET } },
      axisLabel: { color: INK, fontSize: font - 1, interval: 0 },
    },
  };
}

function shared(rows: readonly ChartRow[], position: 'right' | 'top', font: number): EChartsOption {
  return {
    animation: false,
    textStyle: { fontFamily: 'Helvetica, Arial, sans-serif' },
    legend: { top: 4, left: 4, itemGap: 24, selectedMode: false, textStyle: { color: INK, fontSize: font } },
    aria: {
      enabled: true,
      label: { enabled: false },
      decal: { show: true, decals: [{ symbol: 'none' }, STRIPES] },
    },
    series: SERIES.map(
      ({ measure, color }): BarSeriesOption => ({
        type: 'bar',
        name: MEASURE_WORDS[measure],
        silent: true,
        emphasis: { disabled: true },
        barGap: '10%',
        barMaxWidth: 26,
        itemStyle: { color, borderColor: INK, borderWidth: 1 },
        label: { show: true, position, fontSize: font, color: INK },
        data: rows.map((row) => bar(row.counts[measure], position)),
      }),
    ),
  };
}

function bar(count: number | null, position: 'right' | 'top'): NonNullable<BarSeriesOption['data']>[number] {
  if (count !== null && count > 0)
    return { value: count, label: { formatter: count.toLocaleString('en-US') } };
  if (count === 0) return { value: 0, itemStyle: { borderWidth: 0 }, label: { formatter: '0' } };
  const turned = position === 'top' ? ({ rotate: 90, align: 'left', verticalAlign: 'middle' } as const) : {};
  return {
    value: 0,
    itemStyle: { borderWidth: 0 },
    label: { formatter: 'withheld', color: QUIET, ...turned },
  };
}
