import type { Property, Shape } from '../shape.ts';
import { type Draft, done, draft, opaque } from './draft.ts';
import { commonValues, tightened } from './tighten.ts';

/**
 * The shape of what is both `a` and `b`: members united, limits tightened. Where both have a title, a description, a
 * default and so on, those of `a` stand. Never larger than both together, so that nested `allOf` cannot multiply.
 */
export function merge(a: Shape, b: Shape): Shape {
  if (a.kind === 'never' || b.kind === 'never') return done(draft('never', 'never'));
  if (a.kind === 'any') return done(both(b, a, b));
  if (b.kind === 'any') return done(both(a, a, b));
  if (a.kind === 'opaque' || b.kind === 'opaque') return withUnknown(a, b);
  if (a.kind === 'union' || b.kind === 'union') return withUnion(a, b);
  if (!compatible(a, b)) return a.nullable && b.nullable ? done(draft('null', 'null')) : contradiction(a, b);
  const narrower = a.kind === 'number' || (a.kind === 'map' && b.kind === 'object') ? b : a;
  return done(both(narrower, a, b));
}

/** How a shape is called inside the type of another: `array<Address>`. */
export function label(shape: Shape): string {
  return shape.name ?? shape.type;
}

/** The same shape, or null. */
export function nullable(shape: Shape): Shape {
  return shape.nullable ? shape : done({ ...shape, nullable: true });
}

function both(base: Shape, a: Shape, b: Shape): Draft {
  const shape: Draft = {
    ...b,
    ...a,
    kind: base.kind,
    type: base.type,
    constraints: tightened(a.constraints, b.constraints),
  };
  if (a.name === undefined && a.kind !== 'any') delete shape.name;
  if (!(a.kind === 'any' ? b.nullable : b.kind === 'any' ? a.nullable : a.nullable && b.nullable))
    delete shape.nullable;
  if (a.enum && b.enum) shape.enum = commonValues(a.enum, b.enum);
  if (a.properties && b.properties) shape.properties = united(a.properties, b.properties);
  if (a.items && b.items) shape.items = merge(a.items, b.items);
  if (a.variants && b.variants) flatten(shape, b);
  return shape;
}

function united(a: readonly Property[], b: readonly Property[]): Property[] {
  const byName = new Map(a.map(property => [property.name, property]));
  for (const property of b) {
    const known = byName.get(property.name);
    const shape = known ? merge(known.shape, property.shape) : property.shape;
    byName.set(property.name, { name: property.name, required: property.required || known?.required === true, shape });
  }
  return [...byName.values()];
}

/** One side cannot be looked into: the other is shown, and the reason noted. */
function withUnknown(a: Shape, b: Shape): Shape {
  const [known, unknown] = a.kind === 'opaque' ? [b, a] : [a, b];
  if (known.kind === 'opaque') return a;
  const note = { name: 'not checked', value: unknown.notChecked };
  return done({ ...known, constraints: [...known.constraints, note] });
}

function withUnion(a: Shape, b: Shape): Shape {
  const [union, other] = a.kind === 'union' ? [a, b] : [b, a];
  if (other.kind === 'union') return twoUnions(a, b);
  const variants = (union.variants ?? []).filter(variant => compatible(variant, other));
  if (variants.length === 0) return contradiction(a, b);
  const hasMembers = other.properties || other.items || other.variants;
  if (!hasMembers)
    return done({ ...both(union, a, b), variants: variants.map(variant => merge(bare(other), variant)) });
  const shape = both(other, a, b);
  shape.variants = other.variants ?? variants;
  if (other.variants) flatten(shape, union);
  return done(shape);
}

/** Alternatives of both at once: each of `b` with the first of `a` it agrees with; members of `a` are kept beside them. */
function twoUnions(a: Shape, b: Shape): Shape {
  const firsts = a.variants ?? [];
  if (firsts.some(variant => variant.properties)) {
    const shape: Draft = { ...both(a, a, b), kind: 'object', type: 'object' };
    return done(shape);
  }
  const variants = (b.variants ?? []).flatMap(variant => {
    const first = firsts.find(candidate => compatible(candidate, variant));
    return first ? [merge(first, variant)] : [];
  });
  return variants.length ? done({ ...both(b, a, b), variants }) : contradiction(a, b);
}

/** Notes a second union on a shape that has one already; its members become optional ones. */
function flatten(shape: Draft, union: Shape): void {
  const variants = union.variants ?? [];
  shape.constraints = [...shape.constraints, { name: union.type, value: `${variants.length} alternatives` }];
  for (const variant of variants) {
    const optional = (variant.properties ?? []).map(property => ({ ...property, required: false }));
    shape.properties = united(shape.properties ?? [], optional);
  }
}

/** What limits a value, without the words about it. */
function bare(shape: Shape): Shape {
  const { title: _, description: __, name: ___, examples: ____, default: _____, ...limits } = shape;
  return done({ ...limits });
}

function compatible(a: Shape, b: Shape): boolean {
  if (a.kind === b.kind || LOOSE.has(a.kind) || LOOSE.has(b.kind)) return true;
  return SAME.some(kinds => kinds.has(a.kind) && kinds.has(b.kind));
}

const LOOSE: ReadonlySet<string> = new Set(['any', 'opaque', 'union']);
const SAME: readonly ReadonlySet<string>[] = [new Set(['integer', 'number']), new Set(['object', 'map'])];

function contradiction(a: Shape, b: Shape): Shape {
  return opaque(`its parts contradict each other: ${a.type} and ${b.type}`, 'unknown', a.name);
}
