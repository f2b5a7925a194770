import { type Finding, findingOf } from '@portolan/base';
import { parseEvents } from 'js-yaml';
import { type Composed, compose, type Report } from './compose.ts';
import { SOURCE_ALIAS } from './findings.ts';
import { type Lost, lostFrom } from './salvage/lost.ts';
import { salvage } from './salvage/salvage.ts';
import { rangeOf } from './spans.ts';

/** What could be read of a damaged text. */
export interface Remains {
  /** Undefined when nothing could. */
  readonly composed?: Composed;
  readonly lost: Lost;
  readonly findings: readonly Finding[];
}

/**
 * Reads a text that is no YAML, or no JSON where that is asked for, as far as it can be read. Undefined when there is
 * nothing to mend.
 */
export function readDamaged(
  location: string,
  text: string,
  maxDepth: number,
  report: Report,
  json = false,
): Remains | undefined {
  const salvaged = salvage(text, maxDepth, json);
  if (json && salvaged.mistakes.length === 0) return undefined;
  const origin = { source: location, pointer: '' };
  const findings = salvaged.mistakes.map(({ kind, start, end, params }) =>
    findingOf(kind, origin, params, { range: rangeOf(text, start, Math.max(end, start + 1)) }),
  );
  if (salvaged.text === '') return { lost: new Map([['', 'unknown']]), findings };
  const anchors = anchorsIn(salvaged.text);
  const gone = new Set([...anchorsIn(text)].filter(name => !anchors.has(name)));
  const composed = compose(salvaged.text, parseEvents(salvaged.text, { maxDepth }), (kind, start, end, params) => {
    // The alias is right; what it names is what was damaged.
    if (kind !== SOURCE_ALIAS || !gone.has(String(params?.name))) report(kind, start, end, params);
  });
  if (composed.empty) return { lost: new Map([['', 'unknown']]), findings };
  return { composed, lost: lostFrom(salvaged.losses, composed.layout), findings };
}

function anchorsIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(/&([^\s,[\]{}]+)/g), ([, name]) => name as string));
}
