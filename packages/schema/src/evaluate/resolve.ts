import { keysOf } from '@portolan/base';
import { isJsonSchema } from '../dialect.ts';
import { isObject, own } from '../json.ts';
import { HOLDERS, type Holds } from '../keywords.ts';
import type { SchemaSource } from '../shape.ts';
import { index, nodeAt, open, resolved, resourceAt, splitAtFragment } from './library.ts';
import type { Anchor, Library, Node, Resource } from './model.ts';

/** Definitions that one schema may draw in. */
const MOST_DOCUMENTS = 2_000;

/** What a reference leads to, and the anchor that it named if others may stand for it. */
export interface Target {
  readonly node: Node;
  readonly dynamicAnchor?: string;
}

/**
 * Follows a reference. `#/schemas/<id>` is another definition, whatever stands around the reference, because that is how
 * the reader writes references between definitions; everything else is as RFC 3986 and the draft say. The answer is a
 * sentence when there is nothing.
 */
export function resolve(reference: string, from: Resource): Target | string {
  const id = /^#\/schemas\/([^/]+)/.exec(reference)?.[1];
  if (id !== undefined) {
    const definition = definitionOf(id, from.document.library);
    if (typeof definition === 'object') return inside(definition, reference.slice(`#/schemas/${id}`.length), reference);
    const own = inside(from, reference.slice(1), reference);
    return typeof own === 'string' ? (definition ?? `the schema “${nameOf(id)}” that it refers to is missing`) : own;
  }
  if (reference.startsWith('#')) return inside(from, reference.slice(1), reference);
  const [relative, fragment] = splitAtFragment(reference);
  const address = resolved(relative, from.address);
  const resource = address === undefined ? undefined : resourceOf(address, from.document.library);
  if (resource === undefined) return `it refers to ${quoted(reference)}, which is not loaded`;
  return typeof resource === 'string' ? resource : inside(resource, fragment ?? '', reference);
}

/** The anchor of a name in a resource. */
export function anchorIn(resource: Resource, name: string): Anchor | undefined {
  index(resource.document);
  return resource.anchors.get(name);
}

/** A definition of the reader. */
function definitionOf(written: string, library: Library): Resource | string | undefined {
  const id = nameOf(written);
  const key = `#/schemas/${id}`;
  const known = library.resources.get(key);
  if (known !== undefined) return known;
  const source = library.lookup(id) ?? library.lookup(decoded(id));
  if (!source) return undefined;
  const address = addressOf(source.id);
  const itself = library.resources.get(address);
  const opened =
    typeof itself === 'object' && itself.root === source.definition ? itself : opening(source, address, library);
  library.resources.set(key, opened);
  return opened;
}

/** Looks for an address in all that is loaded, then asks for it, then among the meta-schemas. */
function resourceOf(address: string, library: Library): Resource | string | undefined {
  const known = library.resources.get(address);
  if (known !== undefined) return known;
  for (const document of library.documents) index(document);
  const indexed = library.resources.get(address);
  if (indexed !== undefined) return indexed;
  const source = library.lookup(address);
  const metaschema = source ? undefined : library.metaschema(address);
  const found = source ?? (metaschema && { id: address, format: 'json-schema', definition: metaschema });
  return found && opening(found, address, library);
}

function opening(source: SchemaSource, address: string, library: Library): Resource | string {
  if (!isJsonSchema(source.format)) return `“${source.id}” that it refers to is written in ${source.format}`;
  if (library.documents.length >= MOST_DOCUMENTS) return 'it refers to too many schemas';
  return open(source, address, library);
}

/** An address for a definition that the reader gave an id. */
export function addressOf(id: string): string {
  return `portolan:///schemas/${encodeURIComponent(id)}`;
}

/** The schema at a fragment: nothing, a JSON pointer, or the name of an anchor. */
function inside(resource: Resource, fragment: string, reference: string): Target | string {
  if (fragment === '') return { node: nodeAt(resource.root, resource) };
  if (!fragment.startsWith('/')) {
    const name = decoded(fragment);
    const anchor = anchorIn(resource, name);
    if (!anchor) return missing(reference);
    const node = nodeAt(anchor.schema, resource);
    return anchor.isDynamic ? { node, dynamicAnchor: name } : { node };
  }
  const found = at(resource, keysOf(decoded(fragment))) ?? at(resource, keysOf(fragment));
  return found ? { node: found } : missing(reference);
}

/** Walks along a pointer, and into schemas with addresses of their own on the way. */
function at(resource: Resource, keys: readonly string[]): Node | undefined {
  let value: unknown = resource.root;
  let around = resource;
  let expected: Expected = 'schema';
  for (const key of keys) {
    if (expected === 'schema') around = resourceAt(value, around);
    const inner: unknown = Array.isArray(value) ? value[Number(key)] : isObject(value) ? own(value, key) : undefined;
    if (inner === undefined) return undefined;
    expected = expectedAt(expected, key, inner, around);
    value = inner;
  }
  return nodeAt(value, around);
}

/** What stands at a place of a document: a schema, schemas by name or in a list, or anything else. */
type Expected = 'schema' | 'schemas' | 'data';

function expectedAt(around: Expected, key: string, value: unknown, { rules }: Resource): Expected {
  if (around !== 'schema') return around === 'schemas' ? 'schema' : 'data';
  const holds: Holds | undefined = rules.keywords.has(key) ? HOLDERS.get(key) : undefined;
  if (holds === undefined) return 'data';
  if (holds === 'map' || holds === 'map-or-names' || Array.isArray(value)) return 'schemas';
  return 'schema';
}

function nameOf(written: string): string {
  return keysOf(`/${written}`)[0] ?? written;
}

function missing(reference: string): string {
  return `it refers to ${quoted(reference)}, which does not exist`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function quoted(text: string): string {
  return `“${text.length > 120 ? `${text.slice(0, 120)}…` : text}”`;
}
