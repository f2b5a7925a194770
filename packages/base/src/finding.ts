import type { Fix } from './fix.ts';
import type { Origin, Range } from './origin.ts';

/** How bad a finding is, worst first. */
export type Severity = 'error' | 'warning' | 'info';

/** Severities from worst to mildest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** True when `severity` is as bad as `threshold` or worse. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** A second place that explains a finding. */
export interface Related {
  readonly message: string;
  readonly origin: Origin;
  readonly range?: Range;
}

/**
 * A fact about the user's document that somebody should know: returned, never thrown.
 * What Portolan itself cannot or will not do is a Fault.
 */
export interface Finding {
  /** Identity of the kind of finding, in capitals: `CHANNEL_ADDRESS_QUERY`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence that names the thing and what is wrong with it. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  readonly origin: Origin;
  /** Filled in by whoever still holds the text. */
  readonly range?: Range;
  readonly related?: readonly Related[];
  /** Present when Portolan can mend it by itself without guessing what was meant. */
  readonly fix?: Fix;
}

/** A document as an example: its text, or several files by location where the first is the entry. */
export type Example = string | Readonly<Record<string, string>>;

/** One kind of finding: its documentation, its proof, and the words it speaks. */
export interface FindingKind {
  readonly code: string;
  readonly severity: Severity;
  /** The message; `{name}` is replaced by the parameter of that name. */
  readonly says: string;
  /** Why it matters to the reader of the page about it. */
  readonly why: string;
  /** What to do; `{name}` as in `says`. */
  readonly help: string;
  /** Where the rule comes from: a section of the specification, an RFC. Absent for house rules. */
  readonly source?: string;
  /** A document that has the finding, and the same document mended. Both are run as tests and printed as docs. */
  readonly bad: Example;
  readonly good: Example;
}

/** Values for the placeholders of a message. */
export type Params = Readonly<Record<string, string | number>>;

/** Replaces each `{name}` that has a parameter; other braces stay as they are. */
export function fill(template: string, params: Params = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** Makes a finding of a kind at a place. */
export function findingOf(
  kind: FindingKind,
  origin: Origin,
  params?: Params,
  more: Partial<Pick<Finding, 'severity' | 'related' | 'range' | 'fix'>> = {},
): Finding {
  return {
    code: kind.code,
    severity: kind.severity,
    message: fill(kind.says, params),
    help: fill(kind.help, params),
    origin,
    ...more,
  };
}

/** Order for people: by source, then by place, then by severity and code. Findings without a range come first. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.origin.source, b.origin.source) ||
    (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
    (a.range?.start.column ?? 0) - (b.range?.start.column ?? 0) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
