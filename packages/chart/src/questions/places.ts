import type { Shape } from '@portolan/schema';

/** A part of a message by its path, as one schema draws it. */
export interface Place {
  /** As fields are written: `amount.currency`, `items[].sku`; '' is the whole message. */
  readonly path: string;
  /** Several where variants of a union differ. */
  readonly shapes: readonly Shape[];
  /** Whether what is around it may not be without it. */
  readonly required: boolean;
}

/** Every part of a message that a schema names, by its path. */
export type Places = ReadonlyMap<string, Place>;

/** The places of a shape, inner ones and leaves. */
export function placesOf(shape: Shape): Places {
  const found = new Map<string, Place>();
  collect(shape, '', true, found);
  return found;
}

function collect(shape: Shape, path: string, required: boolean, found: Map<string, Place>): void {
  const known = found.get(path);
  found.set(path, {
    path,
    shapes: known ? [...known.shapes, shape] : [shape],
    required: required || (known?.required ?? false),
  });
  for (const property of shape.properties ?? []) {
    const own = path ? `${path}.${property.name}` : property.name;
    collect(property.shape, shape.kind === 'list' ? `${path}[${property.name}]` : own, property.required, found);
  }
  const { variants = [] } = shape;
  for (const variant of variants) within(variant, path, variants.length === 1, found);
  if (shape.items) collect(shape.items, `${path}${shape.kind === 'list' ? '[]' : '{}'}`, false, found);
}

/** What a variant names counts as named; it is demanded only where there is no other variant. */
function within(variant: Shape, path: string, alone: boolean, found: Map<string, Place>): void {
  const own = new Map<string, Place>();
  collect(variant, path, true, own);
  for (const [at, place] of own) {
    if (at === path) continue;
    const known = found.get(at);
    found.set(at, {
      path: at,
      shapes: [...(known?.shapes ?? []), ...place.shapes],
      required: (alone && place.required) || (known?.required ?? false),
    });
  }
}

/** The path of a place as somebody wrote it, who may have left out the marks of lists and maps: `items.sku`. */
export function pathIn(places: Places, typed: string): string | undefined {
  if (places.has(typed)) return typed;
  const wanted = unmarked(typed);
  for (const path of places.keys()) if (unmarked(path) === wanted) return path;
  return undefined;
}

/** What a schema has to do with a path. */
export type Reading =
  /** It names it, and perhaps parts of it. */
  | { readonly reads: 'it'; readonly place: Place; readonly inside: readonly string[] }
  /** It takes what is around it whole, so nobody knows. */
  | { readonly reads: 'around'; readonly path: string }
  /** It does not name it. Closed: what is around it may have no other fields than those it names. */
  | { readonly reads: 'not'; readonly closed: boolean };

/** What the places say about a path. */
export function readingOf(places: Places, typed: string): Reading {
  const path = pathIn(places, typed);
  const place = path === undefined ? undefined : places.get(path);
  if (place) return { reads: 'it', place, inside: insideOf(places, place.path) };
  for (const around of aroundOf(typed)) {
    const known = pathIn(places, around);
    const shapes = known === undefined ? [] : (places.get(known)?.shapes ?? []);
    if (shapes.length === 0) continue;
    if (shapes.some(takesAll)) return { reads: 'around', path: known as string };
    return { reads: 'not', closed: shapes.some(isClosed) };
  }
  return { reads: 'not', closed: false };
}

/** Leaves below a path. */
function insideOf(places: Places, path: string): string[] {
  const below = [...places.keys()].filter(
    other => other !== path && (path === '' || /^[.[{]/.test(other.slice(path.length))) && other.startsWith(path),
  );
  return below.filter(
    other =>
      !below.some(longer => longer !== other && /^[.[{]/.test(longer.slice(other.length)) && longer.startsWith(other)),
  );
}

/** The paths around one, from the inside out; the last is the whole message. */
function aroundOf(path: string): string[] {
  const steps = path.split(/(?=\[)|(?=\{)|\./).filter(step => step !== '');
  const joined = (count: number) =>
    steps.slice(0, count).reduce((all, step) => (all === '' || /^[[{]/.test(step) ? all + step : `${all}.${step}`), '');
  return steps.map((_, at) => joined(steps.length - 1 - at));
}

/** Whether a schema lets anything stand there without naming it, so that it does not tell what is read. */
function takesAll(shape: Shape): boolean {
  if (shape.kind === 'any' || shape.kind === 'opaque' || shape.kind === 'map' || shape.recursive) return true;
  if (shape.kind !== 'object') return false;
  const named = (shape.properties?.length ?? 0) + (shape.variants?.length ?? 0) > 0;
  if (!named) return !isClosed(shape);
  return shape.items !== undefined && shape.items.kind !== 'any';
}

function isClosed({ constraints }: Shape): boolean {
  return constraints.some(({ name, value }) => /^(additional|unevaluated)Properties$/.test(name) && value === false);
}

function unmarked(path: string): string {
  return path.replace(/\[\]|\{\}/g, '');
}
