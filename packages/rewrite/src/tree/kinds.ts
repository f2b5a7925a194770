import { pointerOf } from '@portolan/base';
import { asyncapi2, asyncapi3, type Grammar, type Kind, type ObjectKind } from '@portolan/contract/text';
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { keyOf, type MapNode, pairOf, referenceOf, textOf } from './nodes.ts';
import { walkSchema } from './schemas.ts';
import type { Visitor } from './visitor.ts';

/** Kinds by which the grammar names schemas. */
const SCHEMAS = new Set(['Schema', 'ObjectSchema', 'AnySchema', 'HeadersSchema', 'Payload', 'SchemaInFormat']);

/** The grammar of a major version. */
export function grammarOf(major: 2 | 3): Grammar {
  return major === 2 ? asyncapi2 : asyncapi3;
}

/** The section of the components where things of a kind are kept, in a version of the specification such as 2.6. */
export function sectionOf(kind: string, version: number): string | undefined {
  if (SCHEMAS.has(kind)) return 'schemas';
  const grammar = grammarOf(version < 3 ? 2 : 3);
  const fields = objectKind((grammar.Document as ObjectKind).fields.components?.kind)?.fields ?? {};
  for (const [section, { kind: held, since }] of Object.entries(fields)) {
    if (since !== undefined && Number(since) > version) continue;
    if (held.is === 'map' && nameOf(held.of) === kind) return section;
  }
  return undefined;
}

function objectKind(kind: Kind | undefined): ObjectKind | undefined {
  return kind?.is === 'object' ? kind : undefined;
}

/** The name of the kind that is meant, through a reference to it. */
function nameOf(kind: Kind): string {
  if (kind.is === 'referenceOr' || kind.is === 'reference') return nameOf(kind.to);
  return kind.is === 'named' ? kind.name : '';
}

/** Walks through a node of a document as the grammar of its version sees it. */
export function walk(root: Node | null, kind: string, major: 2 | 3, visitor: Visitor, start = ''): void {
  const grammar = grammarOf(major);
  go(root, { is: 'named', name: kind }, start, undefined);

  /** `outer` names what a kind without a name of its own is part of: a channel of 2.x is itself a kind of reference. */
  function go(node: unknown, kind: Kind, pointer: string, owner: MapNode | undefined, outer = ''): void {
    const name = nameOf(kind) || outer;
    if (SCHEMAS.has(name)) {
      schemaAt(node, name, pointer, owner);
      return;
    }
    switch (kind.is) {
      case 'named':
        if (grammar[kind.name]) go(node, grammar[kind.name] as Kind, pointer, owner, kind.name);
        return;
      case 'reference':
        if (isReference(node)) visitor.reference?.({ node, kind: name, pointer, only: true });
        return;
      case 'referenceOr':
        if (isReference(node)) visitor.reference?.({ node, kind: name, pointer });
        else go(node, kind.to, pointer, owner);
        return;
      case 'fromVersion':
        // Only examples of messages: nothing in either of the two forms is of interest.
        go(node, kind.kind, pointer, owner);
        return;
      case 'whenHas': {
        const has = kind.members.some(member => pairOf(node, member));
        go(node, has ? kind.then : kind.otherwise, pointer, owner);
        return;
      }
      case 'either': {
        const fitting = kind.of.find(one => takes(one, node));
        if (fitting) go(node, fitting, pointer, owner);
        return;
      }
      case 'choice': {
        const chosen = kind.of[textOf(pairOf(node, kind.by)?.value) ?? ''];
        if (chosen) go(node, chosen, pointer, owner);
        return;
      }
      case 'list':
        if (!isSeq(node)) return;
        for (const [index, item] of node.items.entries()) go(item, kind.of, pointerOf(pointer, index), undefined);
        return;
      case 'map':
        if (!isMap(node)) return;
        for (const pair of (node as MapNode).items) go(pair.value, kind.of, pointerOf(pointer, keyOf(pair)), undefined);
        return;
      case 'object':
        if (isMap(node)) object(node as MapNode, kind, pointer);
        return;
      default:
        return;
    }
  }

  function object(node: MapNode, kind: ObjectKind, pointer: string): void {
    if (visitor.object?.(node, kind, pointer) === false) return;
    // The visitor may have moved members or given them other values.
    for (const pair of [...node.items]) {
      const field = Object.hasOwn(kind.fields, keyOf(pair)) ? kind.fields[keyOf(pair)] : undefined;
      if (field) go(pair.value, field.kind, pointerOf(pointer, keyOf(pair)), node);
    }
  }

  function schemaAt(node: unknown, kind: string, pointer: string, owner: MapNode | undefined): void {
    if ((kind === 'AnySchema' || kind === 'HeadersSchema') && isMap(node) && !isReference(node)) {
      if (pairOf(node, 'schema') && pairOf(node, 'schemaFormat')) {
        const schemaFormat = textOf(pairOf(node, 'schemaFormat')?.value);
        walkSchema(pairOf(node, 'schema')?.value, pointerOf(pointer, 'schema'), schemaFormat, visitor);
        return;
      }
    }
    walkSchema(node, pointer, kind === 'Payload' && owner ? formatBeside(owner) : undefined, visitor);
  }

  function formatBeside(message: MapNode): string | undefined {
    return visitor.traitFormat?.(message) ?? textOf(pairOf(message, 'schemaFormat')?.value);
  }

  function takes(kind: Kind, node: unknown): boolean {
    switch (kind.is) {
      case 'string':
      case 'number':
      case 'boolean':
        return isScalar(node) && typeof node.value === kind.is;
      case 'null':
        return isScalar(node) && node.value === null;
      case 'list':
        return isSeq(node);
      case 'named':
        return SCHEMAS.has(kind.name)
          ? isMap(node)
          : grammar[kind.name] !== undefined && takes(grammar[kind.name] as Kind, node);
      case 'either':
        return kind.of.some(one => takes(one, node));
      case 'referenceOr':
        return isMap(node) || takes(kind.to, node);
      default:
        return isMap(node);
    }
  }
}

/** True for a mapping with a `$ref`. */
export function isReference(node: unknown): node is MapNode {
  return referenceOf(node) !== undefined;
}
