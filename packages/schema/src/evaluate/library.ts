import { isObject, own } from '../json.ts';
import { HOLDERS } from '../keywords.ts';
import type { SchemaSource } from '../shape.ts';
import type { Document, Library, Node, Resource, Rules } from './model.ts';

/** Schemas of one document that are searched for addresses and anchors. */
const MOST_SCHEMAS = 200_000;

/** The schema that stands somewhere in a resource, ready to be laid on values. */
export function nodeAt(schema: unknown, around: Resource): Node {
  const known = around.nodes.get(schema);
  if (known) return known;
  const resource = resourceAt(schema, around);
  const node: Node = { schema, resource, checks: undefined, branches: false, activeAt: -1 };
  around.nodes.set(schema, node);
  return node;
}

/** Opens a definition as a document with an address: its own `$id`, else where it was found. */
export function open(source: SchemaSource, found: string, library: Library): Resource {
  const { definition } = source;
  const document: Document = { library, isIndexed: false };
  library.documents.push(document);
  const rules = library.rulesOf(definition, library.rulesOfFormat(source));
  const outside = newResource(undefined, found, rules, document);
  const addressed = resourceAt(definition, outside);
  const root = addressed === outside ? newResource(definition, found, rules, document) : addressed;
  roots.set(document, root);
  library.resources.set(found, root);
  return root;
}

const roots = new WeakMap<Document, Resource>();

/** The resource that a schema belongs to: the one around it, unless it has an address of its own. */
export function resourceAt(schema: unknown, around: Resource): Resource {
  if (!isObject(schema) || schema === around.root) return around;
  const { library } = around.document;
  const rules = typeof schema.$schema === 'string' ? library.rulesOf(schema, around.rules) : around.rules;
  const stated = own(schema, rules.id);
  if (typeof stated !== 'string' || (!rules.heedsSiblings && typeof schema.$ref === 'string')) return around;
  const [relative] = splitAtFragment(stated);
  if (relative === '') return around;
  const address = resolved(relative, around.address);
  if (address === undefined) return around;
  const known = library.resources.get(address);
  if (typeof known === 'object' && known.root === schema) return known;
  const resource = newResource(schema, address, rules, around.document);
  // Of two with the same address the first stands.
  if (typeof known !== 'object') library.resources.set(address, resource);
  return resource;
}

function newResource(root: unknown, address: string, rules: Rules, document: Document): Resource {
  return { address, root, rules, document, nodes: new Map(), anchors: new Map(), isDynamic: false };
}

/** Finds all addresses and anchors of a document. */
export function index(document: Document): void {
  if (document.isIndexed) return;
  document.isIndexed = true;
  const root = roots.get(document);
  if (!root) return;
  const waiting: { schema: unknown; around: Resource }[] = [{ schema: root.root, around: root }];
  for (const { schema, around } of waiting) {
    if (!isObject(schema) || waiting.length > MOST_SCHEMAS) continue;
    const node = nodeAt(schema, around);
    noteAnchors(schema, node.resource);
    for (const inner of schemasIn(schema, node.resource.rules)) waiting.push({ schema: inner, around: node.resource });
  }
}

function noteAnchors(schema: Readonly<Record<string, unknown>>, resource: Resource): void {
  const { rules, anchors } = resource;
  if (rules.heedsSiblings) {
    const { $anchor, $dynamicAnchor } = schema;
    if (typeof $anchor === 'string') anchors.set($anchor, { schema, isDynamic: false });
    if (typeof $dynamicAnchor === 'string' && rules.keywords.has('$dynamicAnchor')) {
      anchors.set($dynamicAnchor, { schema, isDynamic: true });
      resource.isDynamic = true;
    }
    if (schema === resource.root && schema.$recursiveAnchor === true) resource.isDynamic = true;
    return;
  }
  const stated = own(schema, rules.id);
  if (typeof stated !== 'string' || typeof schema.$ref === 'string') return;
  const [, name] = splitAtFragment(stated);
  if (name !== undefined && name !== '') anchors.set(name, { schema, isDynamic: false });
}

function schemasIn(schema: Readonly<Record<string, unknown>>, rules: Rules): unknown[] {
  const found: unknown[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const holds = rules.keywords.has(keyword) ? HOLDERS.get(keyword) : undefined;
    if (holds === undefined) continue;
    if (holds === 'map' || holds === 'map-or-names') found.push(...(isObject(value) ? Object.values(value) : []));
    else if (Array.isArray(value)) found.push(...value);
    else found.push(value);
  }
  return found;
}

/** An address and the fragment after it, which is undefined where there is none. */
export function splitAtFragment(reference: string): [address: string, fragment: string | undefined] {
  const at = reference.indexOf('#');
  return at < 0 ? [reference, undefined] : [reference.slice(0, at), reference.slice(at + 1)];
}

/** Resolves a relative address, RFC 3986; undefined for what is none. */
export function resolved(relative: string, base: string): string | undefined {
  if (URL.canParse(relative, base)) return new URL(relative, base).href;
  return undefined;
}
