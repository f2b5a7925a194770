import type { FindingKind, Params } from '@portolan/base';
import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import * as kinds from './findings.ts';
import { plainValue } from './scalar.ts';
import type { Span, Spans } from './spans.ts';

export interface Composed {
  readonly value: unknown;
  readonly spans: Spans;
  readonly start: number;
  readonly empty: boolean;
}

type Report = (kind: FindingKind, start: number, end: number, params?: Params) => void;

/** Values that aliases may multiply a text into. Real documents stay far below; a bomb passes it in a few lines. */
const MAX_EXPANDED = 5_000_000;

interface Node {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  /** How many values it is when every alias is written out. */
  readonly size: number;
  readonly quoted?: boolean;
}

/**
 * Builds plain values from parser events and remembers where each member stands. Written here and not left to the parser
 * because duplicate keys, foreign tags and alias bombs must become findings while everything else stays readable.
 */
export function compose(text: string, events: readonly Event[], report: Report): Composed {
  const spans: Spans = new WeakMap();
  const anchors = new Map<string, Node | undefined>();
  let next = 0;

  const documents = events.filter(event => event.type === EVENT_ID.DOCUMENT).length;
  const first = events[1];
  if (documents === 0 || first === undefined || first.type === EVENT_ID.POP || isMissing(first, events[2])) {
    return { value: undefined, spans, start: 0, empty: true };
  }
  if (documents > 1) report(kinds.SOURCE_SEVERAL_DOCUMENTS, 0, 1, { count: documents });
  next = 1;
  const root = node();
  return { value: root.value, spans, start: Math.max(root.start, 0), empty: false };

  function node(): Node {
    const event = events[next++] as Event;
    switch (event.type) {
      case EVENT_ID.ALIAS:
        return alias(event.anchorStart, event.anchorEnd);
      case EVENT_ID.SCALAR:
        return anchored(event, scalar(event));
      case EVENT_ID.SEQUENCE:
        return anchored(event, () => sequence(event.start));
      case EVENT_ID.MAPPING:
        return anchored(event, () => mapping(event.start));
      default:
        return { value: null, start: 0, end: 0, size: 1 };
    }
  }

  function anchored(event: { anchorStart: number; anchorEnd: number }, made: Node | (() => Node)): Node {
    const name = event.anchorStart >= 0 ? text.slice(event.anchorStart, event.anchorEnd) : undefined;
    // Known but without a value: an alias to it from inside would make the value contain itself.
    if (name !== undefined) anchors.set(name, undefined);
    const result = typeof made === 'function' ? made() : made;
    if (name !== undefined) anchors.set(name, result);
    return result;
  }

  function alias(start: number, end: number): Node {
    const name = text.slice(start, end);
    const target = anchors.get(name);
    if (target) return { value: target.value, start: start - 1, end, size: target.size };
    const problem = anchors.has(name) ? 'contains itself' : 'names an anchor that is not defined before it';
    report(kinds.SOURCE_ALIAS, start - 1, end, { name, problem });
    return { value: null, start: start - 1, end, size: 1 };
  }

  function scalar(event: ScalarEvent): Node {
    const raw = getScalarValue(text, event);
    const tag = event.tagStart >= 0 ? text.slice(event.tagStart, event.tagEnd) : undefined;
    const plain = event.style === SCALAR_STYLE.PLAIN;
    const quote = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    if (tag !== undefined && !JSON_TAG.test(tag)) report(kinds.SOURCE_TAG, event.tagStart, event.tagEnd, { tag });
    const asText = !plain || tag === '!!str' || tag === '!';
    return {
      value: asText ? raw : plainValue(raw),
      start: event.valueStart < 0 ? -1 : event.valueStart - quote,
      end: event.valueEnd < 0 ? -1 : trimmedEnd(event.valueStart, event.valueEnd) + quote,
      size: 1,
      quoted: !plain,
    };
  }

  /** Block scalars end with their line breaks; what people look at does not. */
  function trimmedEnd(start: number, end: number): number {
    let at = end;
    while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r')) at--;
    return at;
  }

  function sequence(start: number): Node {
    const list: unknown[] = [];
    const places = new Map<string, Span>();
    let size = 1;
    let end = start + 1;
    while (events[next]?.type !== EVENT_ID.POP) {
      const item = bounded(node(), size);
      places.set(String(list.length), { keyStart: -1, keyEnd: -1, start: item.start, end: item.end });
      list.push(item.value);
      size += item.size;
      end = Math.max(end, item.end);
    }
    next++;
    spans.set(list, places);
    return { value: list, start, end, size };
  }

  function mapping(start: number): Node {
    const map: Record<string, unknown> = {};
    const places = new Map<string, Span>();
    const merged = new Set<string>();
    let size = 1;
    let end = start + 1;
    while (events[next]?.type !== EVENT_ID.POP) {
      const keyEvent = events[next] as Event;
      const key = node();
      const item = bounded(node(), size);
      size += item.size;
      end = Math.max(end, item.end, key.end);
      const name = keyName(keyEvent, key);
      const span = { keyStart: key.start, keyEnd: key.end, start: item.start, end: item.end };
      if (name === undefined) report(kinds.SOURCE_KEY_NOT_TEXT, key.start, key.start + 1);
      else if (name === '<<' && !key.quoted && item.value !== null && typeof item.value === 'object') merge(item.value);
      else if (places.has(name) && !merged.delete(name))
        report(kinds.SOURCE_DUPLICATE_KEY, key.start, key.end, { key: name });
      else put(name, item.value, span);
    }
    next++;
    spans.set(map, places);
    return { value: map, start, end, size };

    function put(name: string, value: unknown, span: Span): void {
      places.set(name, span);
      // Assigning `__proto__` would change the object instead of giving it a member.
      if (name !== '__proto__') map[name] = value;
      else Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
    }

    /** YAML 1.1 merge keys: not in JSON's rules, but written everywhere; own members win over merged ones. */
    function merge(value: object): void {
      for (const part of Array.isArray(value) ? value : [value]) {
        for (const [name, member] of Object.entries(part ?? {})) {
          const span = spans.get(part)?.get(name);
          if (places.has(name) || !span) continue;
          put(name, member, span);
          merged.add(name);
        }
      }
    }
  }

  function keyName(event: Event, key: Node): string | undefined {
    if (event.type === EVENT_ID.SCALAR) return getScalarValue(text, event);
    return key.value === null || typeof key.value === 'object' ? undefined : String(key.value);
  }

  function bounded(item: Node, before: number): Node {
    if (before + item.size <= MAX_EXPANDED || item.size === 1) return item;
    const name = text.slice(item.start + 1, item.end);
    report(kinds.SOURCE_ALIAS, item.start, item.end, { name, problem: `would make more than ${MAX_EXPANDED} values` });
    return { value: null, start: item.start, end: item.end, size: 1 };
  }
}

const JSON_TAG = /^!$|^!!(str|int|float|bool|null|map|seq)$/;

function isMissing(event: Event, after: Event | undefined): boolean {
  return event.type === EVENT_ID.SCALAR && event.valueStart < 0 && (after === undefined || after.type === EVENT_ID.POP);
}
