import type { FindingKind } from '@portolan/base';
import { findingKinds } from '@portolan/contract';
import type { Report } from '../report.ts';
import { rules } from '../rules/index.gen.ts';
import { settingsFindingKinds } from '../settings/findings.ts';
import { print as printWith } from './index.ts';
import type { PrintOptions } from './printer.ts';

/** Every kind of finding that reading, settings and the rules of this package make. */
export const knownKinds: readonly FindingKind[] = [...findingKinds, ...settingsFindingKinds, ...rules];

/**
 * Prints a report with the documentation of the kinds that are known here, and of those in the options besides.
 * Throws CHECKS_FORMAT_UNKNOWN for a format that there is not.
 */
export function print(format: string, report: Report, options: PrintOptions = {}): string {
  return printWith(format, report, { ...options, kinds: [...(options.kinds ?? []), ...knownKinds] });
}
