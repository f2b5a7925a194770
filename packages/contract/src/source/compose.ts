import type { FindingKind, Params } from '@portolan/base';
import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import * as kinds from './findings.ts';
import { plainValue } from './scalar.ts';
import { setMember } from './set-member.ts';
import { indexIn, type Layout, type Span, spanAt } from './spans.ts';

export interface Composed {
  readonly value: unknown;
  readonly layout: Layout | undefined;
  readonly start: number;
  readonly empty: boolean;
  /** Every `$ref` that names another file, as written, each once. */
  readonly references: readonly string[];
}

/** Says what is wrong with the text between two offsets. */
export type Report = (kind: FindingKind, start: number, end: number, params?: Params) => void;

/** Values that aliases may multiply a text into. Real documents stay far below; a bomb passes it in a few lines. */
const MAX_EXPANDED = 5_000_000;

/** What is known of a value beside itself. */
interface Facts {
  start: number;
  end: number;
  /** How many values it is when every alias is written out. */
  size: number;
  quoted: boolean;
  layout: Layout | undefined;
}

/** What an anchor names. */
interface Anchored extends Readonly<Facts> {
  readonly value: unknown;
}

/**
 * Builds plain values from parser events and remembers where each member stands. Written here and not left to the parser
 * because duplicate keys, foreign tags and alias bombs must become findings while everything else stays readable.
 */
export function compose(text: string, events: readonly Event[], report: Report): Composed {
  const anchors = new Map<string, Anchored | undefined>();
  const references = new Set<string>();
  let next = 0;
  // Facts about the value that was built last: one record for all, because a document has a hundred thousand values.
  const last: Facts = { start: 0, end: 0, size: 1, quoted: false, layout: undefined };
  const documents = events.filter(event => event.type === EVENT_ID.DOCUMENT).length;
  const first = events[1];
  if (documents === 0 || first === undefined || first.type === EVENT_ID.POP || isMissing(first, events[2])) {
    return { value: undefined, layout: undefined, start: 0, empty: true, references: [] };
  }
  if (documents > 1) report(kinds.SOURCE_SEVERAL_DOCUMENTS, 0, 1, { count: documents });
  next = 1;
  const value = node();
  return { value, layout: last.layout, start: Math.max(last.start, 0), empty: false, references: [...references] };

  function node(): unknown {
    const event = events[next++] as Event;
    switch (event.type) {
      case EVENT_ID.ALIAS:
        return alias(event.anchorStart, event.anchorEnd);
      case EVENT_ID.SCALAR:
        return event.anchorStart < 0 ? scalar(event) : anchored(event, () => scalar(event));
      case EVENT_ID.SEQUENCE:
        return event.anchorStart < 0 ? sequence(event.start) : anchored(event, () => sequence(event.start));
      case EVENT_ID.MAPPING:
        return event.anchorStart < 0 ? mapping(event.start) : anchored(event, () => mapping(event.start));
      default:
        return made(null, 0, 0);
    }
  }

  function made(value: unknown, start: number, end: number, size = 1, layout?: Layout, quoted = false): unknown {
    last.start = start;
    last.end = end;
    last.size = size;
    last.quoted = quoted;
    last.layout = layout;
    return value;
  }

  function anchored(event: { anchorStart: number; anchorEnd: number }, make: () => unknown): unknown {
    const name = text.slice(event.anchorStart, event.anchorEnd);
    // Known but without a value: an alias to it from inside would make the value contain itself.
    anchors.set(name, undefined);
    const value = make();
    anchors.set(name, { value, ...last });
    return value;
  }

  function alias(start: number, end: number): unknown {
    const name = text.slice(start, end);
    const target = anchors.get(name);
    if (target) return made(target.value, start - 1, end, target.size, target.layout);
    const problem = anchors.has(name) ? 'contains itself' : 'names an anchor that is not defined before it';
    report(kinds.SOURCE_ALIAS, start - 1, end, { name, problem });
    return made(null, start - 1, end);
  }

  function scalar(event: ScalarEvent): unknown {
    const raw = getScalarValue(text, event);
    const plain = event.style === SCALAR_STYLE.PLAIN;
    const quote = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    const tag = event.tagStart >= 0 ? text.slice(event.tagStart, event.tagEnd) : undefined;
    if (tag !== undefined && !JSON_TAG.test(tag)) report(kinds.SOURCE_TAG, event.tagStart, event.tagEnd, { tag });
    const asText = !plain || tag === '!!str' || tag === '!';
    const start = event.valueStart < 0 ? -1 : event.valueStart - quote;
    const end = event.valueEnd < 0 ? -1 : trimmedEnd(event.valueStart, event.valueEnd) + quote;
    return made(asText ? raw : plainValue(raw), start, end, 1, undefined, !plain);
  }

  /** Block scalars end with their line breaks; what people look at does not. */
  function trimmedEnd(start: number, end: number): number {
    let at = end;
    while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r')) at--;
    return at;
  }

  function sequence(start: number): unknown {
    const list: unknown[] = [];
    const offsets: number[] = [];
    const inner: (Layout | undefined)[] = [];
    let size = 1;
    let end = start + 1;
    while (events[next]?.type !== EVENT_ID.POP) {
      list.push(bounded(node(), size));
      offsets.push(-1, -1, last.start, last.end);
      inner.push(last.layout);
      size += last.size;
      end = Math.max(end, last.end);
    }
    next++;
    return made(list, start, end, size, { keys: undefined, offsets, inner });
  }

  function mapping(start: number): unknown {
    const map: Record<string, unknown> = {};
    const keys: string[] = [];
    const offsets: number[] = [];
    const inner: (Layout | undefined)[] = [];
    const layout = { keys, offsets, inner };
    let merged: Set<string> | undefined;
    let size = 1;
    let end = start + 1;
    while (events[next]?.type !== EVENT_ID.POP) {
      const keyEvent = events[next] as Event;
      const key = node();
      const { start: keyStart, end: keyEnd, quoted } = last;
      const value = bounded(node(), size);
      size += last.size;
      end = Math.max(end, last.end, keyEnd);
      const name = keyName(keyEvent, key);
      if (name === undefined) report(kinds.SOURCE_KEY_NOT_TEXT, keyStart, keyStart + 1);
      else if (name === '<<' && !quoted && value !== null && typeof value === 'object') merge(value, last.layout);
      else if (Object.hasOwn(map, name) && !merged?.delete(name))
        report(kinds.SOURCE_DUPLICATE_KEY, keyStart, keyEnd, { key: name });
      else put(name, value, keyStart, keyEnd, last.start, last.end, last.layout);
    }
    next++;
    return made(map, start, end, size, layout);

    function put(
      name: string,
      value: unknown,
      keyStart: number,
      keyEnd: number,
      start: number,
      end: number,
      within: Layout | undefined,
    ): void {
      const before = Object.hasOwn(map, name) ? keys.indexOf(name) : -1;
      const index = before < 0 ? keys.length : before;
      keys[index] = name;
      inner[index] = within;
      offsets[index * 4] = keyStart;
      offsets[index * 4 + 1] = keyEnd;
      offsets[index * 4 + 2] = start;
      offsets[index * 4 + 3] = end;
      setMember(map, name, value);
      if (name === '$ref' && typeof value === 'string' && !value.startsWith('#')) references.add(value);
    }

    /** YAML 1.1 merge keys: not in JSON's rules, but written everywhere; own members win over merged ones. */
    function merge(value: object, from: Layout | undefined): void {
      const parts = Array.isArray(value) ? value.map((part, index) => [part, from?.inner[index]]) : [[value, from]];
      for (const [part, within] of parts as [object | null, Layout | undefined][]) {
        if (!within?.keys) continue;
        for (const [name, member] of Object.entries(part ?? {})) {
          if (Object.hasOwn(map, name)) continue;
          const index = indexIn(within, name);
          const { keyStart, keyEnd, start, end }: Span = spanAt(within, index);
          put(name, member, keyStart, keyEnd, start, end, within.inner[index]);
          merged = (merged ?? new Set()).add(name);
        }
      }
    }
  }

  function keyName(event: Event, key: unknown): string | undefined {
    if (event.type === EVENT_ID.SCALAR) return typeof key === 'string' ? key : getScalarValue(text, event);
    return key === null || typeof key === 'object' ? undefined : String(key);
  }

  /** The value that was built last, unless it would make the whole too large. */
  function bounded(value: unknown, before: number): unknown {
    if (before + last.size <= MAX_EXPANDED || last.size === 1) return value;
    const name = text.slice(last.start + 1, last.end);
    report(kinds.SOURCE_ALIAS, last.start, last.end, { name, problem: `would make more than ${MAX_EXPANDED} values` });
    return made(null, last.start, last.end);
  }
}

const JSON_TAG = /^!$|^!!(str|int|float|bool|null|map|seq)$/;

function isMissing(event: Event, after: Event | undefined): boolean {
  return event.type === EVENT_ID.SCALAR && event.valueStart < 0 && (after === undefined || after.type === EVENT_ID.POP);
}
