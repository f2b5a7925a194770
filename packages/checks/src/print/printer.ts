import type { Report } from '../report.ts';

export interface PrintOptions {
  /** Whether the text is for a terminal that shows colours. */
  readonly color?: boolean;
}

/** Turns a report into text that ends with a line break. */
export type Printer = (report: Report, options: PrintOptions) => string;
