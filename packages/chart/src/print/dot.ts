import type { Chart } from '../model.ts';
import { chartDrawing } from './chart-drawing.ts';
import { drawDot } from './drawing.ts';

/**
 * The chart in the DOT language of Graphviz: services are boxes, channels are ellipses, arrows carry the names of the
 * messages, and what is uncertain is dashed.
 */
export function printDot(chart: Chart): string {
  return drawDot(chartDrawing(chart));
}
