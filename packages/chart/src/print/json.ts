import type { Chart } from '../model.ts';

/** Name and version of the shape. A member may be added within a version; none changes its meaning or goes away. */
export const CHART_SHAPE = 'chart/1';

/** For programs: the chart itself in the shape that `json-schema.ts` describes, with two blanks, so that it diffs well. */
export function printChartJson(chart: Chart): string {
  return `${JSON.stringify({ portolan: CHART_SHAPE, ...chart }, undefined, 2)}\n`;
}
