import { compareText } from '@portolan/base';
import { index } from '../lookup.ts';
import type { ChannelKey, Chart, ChartedDocument, Link, MessageKey, ServiceId } from '../model.ts';
import { wordsOf } from '../search/words.ts';
import { type Definitions, definitionsIn } from './definitions.ts';
import { pathIn } from './places.ts';

/** A field in a message. */
export interface FieldAt {
  readonly message: MessageKey;
  readonly field: string;
}

/**
 * A service that carries a field from one message into another, as far as names tell: it reads the one and sends the other.
 * Documents do not say what a service does inside, so this is always `may`, with the reason.
 */
export interface Carried {
  readonly service: ServiceId;
  readonly serviceName: string;
  readonly from: FieldAt;
  readonly to: FieldAt & { readonly channel: ChannelKey };
  /** `path`: both have the same path. `words`: the paths end in the same words (`customer.id`, `customerId`). */
  readonly same: 'path' | 'words';
  /** How many services lie between it and the asked field, itself included. */
  readonly depth: number;
  /** Of the weaker of the two links. */
  readonly confidence: Link['confidence'];
}

/** Where a field may come from, and where it may go on to. Nearer ones first; each field of a message once. */
export interface Lineage {
  readonly start: FieldAt;
  readonly comesFrom: readonly Carried[];
  readonly goesTo: readonly Carried[];
}

/** Names that every message has for itself: that two have the same says nothing. */
const OWN = new Set([
  ...['id', 'event id', 'message id', 'type', 'event type', 'version', 'schema version', 'source', 'subject'],
  ...['time', 'timestamp', 'date', 'created at', 'updated at', 'occurred at', 'sent at', 'event time', 'data', 'name'],
]);

const WORTH: readonly Link['confidence'][] = ['uncertain', 'stated', 'supported'];

/** Follows a field through services that receive it and send one of the same name, both ways. */
export function lineage(chart: Chart, documents: readonly ChartedDocument[], start: FieldAt): Lineage {
  const definitions = definitionsIn(chart, documents);
  return { start, comesFrom: walk(chart, definitions, start, 'back'), goesTo: walk(chart, definitions, start, 'on') };
}

function walk(chart: Chart, definitions: Definitions, start: FieldAt, way: 'on' | 'back'): Carried[] {
  const found: Carried[] = [];
  const seen = new Set([keyOf(start)]);
  let edge: readonly FieldAt[] = [start];
  for (let depth = 1; edge.length > 0; depth++) {
    const beyond: FieldAt[] = [];
    for (const at of edge) {
      for (const step of stepsFrom(chart, definitions, at, way)) {
        const next = way === 'on' ? step.to : step.from;
        if (seen.has(keyOf(next))) continue;
        seen.add(keyOf(next));
        beyond.push(next);
        found.push({ ...step, depth });
      }
    }
    edge = beyond;
  }
  return found;
}

function stepsFrom(chart: Chart, definitions: Definitions, at: FieldAt, way: 'on' | 'back'): Omit<Carried, 'depth'>[] {
  const { linksOfMessage, linksOfService, services } = index(chart);
  const [near, far] = way === 'on' ? (['receive', 'send'] as const) : (['send', 'receive'] as const);
  const steps: Omit<Carried, 'depth'>[] = [];
  for (const own of linksOfMessage.get(at.message) ?? []) {
    if (own.action !== near || !names(definitions, at, own.service)) continue;
    for (const other of linksOfService.get(own.service) ?? []) {
      if (other.action !== far || other.message === undefined || other.message === at.message) continue;
      for (const { field, same } of alike(definitions, other.message, own.service, at.field)) {
        const there = { message: other.message, field };
        const [from, to] = way === 'on' ? [at, there] : [there, at];
        const { channel } = way === 'on' ? other : own;
        steps.push({
          service: own.service,
          serviceName: services.get(own.service)?.name ?? own.service,
          from,
          to: { ...to, channel },
          same,
          confidence: WORTH[Math.min(WORTH.indexOf(own.confidence), WORTH.indexOf(other.confidence))] ?? 'uncertain',
        });
      }
    }
  }
  return steps.sort(
    (a, b) =>
      compareText(a.serviceName, b.serviceName) ||
      compareText(keyOf(a.to), keyOf(b.to)) ||
      compareText(keyOf(a.from), keyOf(b.from)),
  );
}

/** Whether a service's own definition of the message names the field. */
function names(definitions: Definitions, { message, field }: FieldAt, service: ServiceId): boolean {
  return definitions.of(message, service).some(({ places }) => places && pathIn(places, field) !== undefined);
}

/** Fields of a message, as a service defines it, that are named like another: the best kind of likeness only. */
function alike(definitions: Definitions, message: MessageKey, service: ServiceId, field: string) {
  const wanted = wordsOf(field);
  const [byPath, byWords]: [string[], string[]] = [[], []];
  if (OWN.has(wanted.join(' '))) return [];
  for (const { places } of definitions.of(message, service)) {
    for (const [path, { shapes }] of places ?? []) {
      if (path === '' || shapes.some(({ properties }) => properties?.length)) continue;
      const words = wordsOf(path);
      if (words.join(' ') === wanted.join(' ')) byPath.push(path);
      else if (sameEnd(words, wanted)) byWords.push(path);
    }
  }
  const [fields, same] = byPath.length > 0 ? [byPath, 'path' as const] : [byWords, 'words' as const];
  return [...new Set(fields)].map(each => ({ field: each, same }));
}

/** One path ends in all the words of the other, and those are enough to tell: `order.customerId` and `customer.id`. */
function sameEnd(a: readonly string[], b: readonly string[]): boolean {
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  if (shorter.length < 2 || OWN.has(shorter.join(' '))) return false;
  return longer.slice(-shorter.length).join(' ') === shorter.join(' ');
}

function keyOf({ message, field }: FieldAt): string {
  return `${message}\n${field}`;
}
