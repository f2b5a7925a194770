import type { Chart } from '../model.ts';
import { chartDrawing } from './chart-drawing.ts';
import { drawMermaid } from './drawing.ts';

/**
 * The chart as a Mermaid flowchart: services are boxes, channels are rounded, arrows carry the names of the messages, and
 * what is uncertain is dotted.
 */
export function printMermaid(chart: Chart): string {
  return drawMermaid(chartDrawing(chart));
}
