import type { FindingKind } from '@portolan/base';
import type { Report } from '../report.ts';

export interface PrintOptions {
  /** Whether the text is for a terminal that shows colours. */
  readonly color?: boolean;
  /** Documentation of the kinds of finding that may occur, for formats that carry it along. */
  readonly kinds?: readonly FindingKind[];
  /** Absolute address of the folder with one page per kind of finding, with a slash at its end. */
  readonly docs?: string;
}

/** Turns a report into text that ends with a line break: the same text for the same report, always. */
export type Printer = (report: Report, options: PrintOptions) => string;
