import { type Finding, type FindingKind, findingOf, type Params } from '@portolan/base';
import { parseEvents, YAMLException } from 'js-yaml';
import { compose } from './compose.ts';
import * as kinds from './findings.ts';
import { type Located, rangeOf } from './spans.ts';

/** A text turned into plain values, with everything that was wrong with it as text. */
export interface Parsed extends Located {
  readonly location: string;
  /** False when the text is no YAML and no JSON at all. */
  readonly readable: boolean;
  readonly findings: readonly Finding[];
  /** Every `$ref` that names another file, as written, each once. */
  readonly references: readonly string[];
}

/** Deeper nesting is refused: nobody writes it, and every reader downstream recurses. */
const MAX_DEPTH = 1_000;

/** Parses YAML or JSON, which is YAML too. Never throws; what is wrong with the text is a finding. */
export function parse(location: string, text: string): Parsed {
  const findings: Finding[] = [];
  const report = (kind: FindingKind, start: number, end: number, params?: Params) =>
    findings.push(findingOf(kind, { source: location, pointer: '' }, params, { range: rangeOf(text, start, end) }));
  const nothing = { value: undefined, layout: undefined, start: 0, references: [] };
  const unreadable = { location, text, ...nothing, readable: false, findings };
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    const { empty, ...composed } = compose(text, events, report);
    if (empty) {
      report(kinds.SOURCE_EMPTY, 0, 0);
      return unreadable;
    }
    return { location, text, ...composed, readable: true, findings };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = error.mark?.position ?? 0;
    report(kinds.SOURCE_SYNTAX, at, at + 1, { reason: error.reason ?? 'unknown mistake' });
    return unreadable;
  }
}

/** A file that is kept as text and never parsed, such as a Protobuf source. */
export function asText(location: string, text: string): Parsed {
  return { location, text, value: text, layout: undefined, start: 0, readable: true, findings: [], references: [] };
}
