import type { Origin } from '@portolan/base';
import type { Cursor } from '../resolve/cursor.ts';
import { createResolver, type Report, type TrackingResolver } from '../resolve/resolver.ts';
import type { Parsed } from '../source/parse.ts';
import { asText, parse } from '../source/parse.ts';

/**
 * Schemas that stand inside a registry are documents of their own: `#/definitions/Address` in one means that schema and not
 * the registry. Each is given a location of its own while it is read, and everything said about it is told at its place.
 */
export interface Embedded {
  readonly resolver: TrackingResolver;
  /** The schema at a place as the root of a document. Text is parsed where its language is written in JSON. */
  open(at: Cursor, json: boolean): Cursor;
  /** Where in the registry an origin of an embedded schema is. */
  home(origin: Origin): Origin;
}

export function createEmbedded(report: Report): Embedded {
  const files = new Map<string, Parsed>();
  const places = new Map<string, Origin>();
  const home = (origin: Origin): Origin => {
    const place = places.get(origin.source);
    return place ? { source: place.source, pointer: `${place.pointer}${origin.pointer}` } : origin;
  };
  const resolver = createResolver(files, (kind, at, params) => report(kind, { ...home(at), value: at.value }, params));
  return { resolver, open, home };

  function open(at: Cursor, json: boolean): Cursor {
    const location = `${at.source}?${at.pointer.replaceAll('/', '.')}`;
    const value = json && typeof at.value === 'string' ? parsed(location, at.value) : at.value;
    places.set(location, { source: at.source, pointer: at.pointer });
    files.set(location, { ...asText(location, ''), value });
    return { source: location, pointer: '', value };
  }
}

/** Text that is no JSON stays text, which the schema package reports as it is used. */
function parsed(location: string, text: string): unknown {
  const { value, readable } = parse(location, text);
  return readable ? value : text;
}
