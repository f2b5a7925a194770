import { type Finding, type FindingKind, findingOf, type Params } from '@portolan/base';
import { parseEvents, YAMLException } from 'js-yaml';
import { type Composed, compose, type Report } from './compose.ts';
import * as kinds from './findings.ts';
import { checkCharacters, checkLengths } from './odd-text.ts';
import { quickly } from './quick/quickly.ts';
import { readDamaged } from './read-damaged.ts';
import type { Lost } from './salvage/lost.ts';
import { type Located, rangeOf } from './spans.ts';

/** A text turned into plain values, with everything that was wrong with it as text. */
export interface Parsed extends Located {
  readonly location: string;
  /** False when the text is no YAML and no JSON at all. */
  readonly readable: boolean;
  readonly findings: readonly Finding[];
  /** Every `$ref` that names another file, as written, each once. */
  readonly references: readonly string[];
  /** Set when the text is damaged, and only what is not could be read. */
  readonly lost?: Lost;
}

/** Deeper nesting is refused: nobody writes it, and every reader downstream recurses. */
const MAX_DEPTH = 1_000;

/** Parses YAML or JSON, which is YAML too. Never throws; what is wrong with the text is a finding. */
export function parse(location: string, text: string): Parsed {
  const findings: Finding[] = [];
  const report = (kind: FindingKind, start: number, end: number, params?: Params) =>
    findings.push(findingOf(kind, { source: location, pointer: '' }, params, { range: rangeOf(text, start, end) }));
  const unreadable = { location, text, value: undefined, layout: undefined, start: 0, references: [], readable: false };
  checkCharacters(text, report);
  const composed = composedFrom(text, report);
  const damaged =
    composed === undefined || isLaxJson(location, text)
      ? readDamaged(location, text, MAX_DEPTH, report, composed !== undefined)
      : undefined;
  if (damaged) {
    findings.push(...damaged.findings);
    if (!damaged.composed) return { ...unreadable, findings, lost: damaged.lost };
    const { empty, ...rest } = damaged.composed;
    return { location, text, ...rest, readable: true, findings, ...(damaged.lost.size > 0 && { lost: damaged.lost }) };
  }
  if (!composed || composed.empty) {
    report(kinds.SOURCE_EMPTY, 0, 0);
    return { ...unreadable, findings };
  }
  const { empty, ...rest } = composed;
  return { location, text, ...rest, readable: true, findings };
}

/** Undefined for a text that no YAML parser accepts. */
function composedFrom(text: string, report: Report): Composed | undefined {
  const quick = quickly(text);
  if (quick) return quick;
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    checkLengths(text, events, report);
    return compose(text, events, report);
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** A file that says it is JSON, and that YAML reads only because it allows more. */
function isLaxJson(location: string, text: string): boolean {
  if (!/\.json$/i.test(location) || !/^[\s\uFEFF]*[{[]/.test(text)) return false;
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return false;
  } catch {
    return true;
  }
}

/** A file that is kept as text and never parsed, such as a Protobuf source. */
export function asText(location: string, text: string): Parsed {
  return { location, text, value: text, layout: undefined, start: 0, readable: true, findings: [], references: [] };
}
