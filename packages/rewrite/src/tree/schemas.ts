import { pointerOf } from '@portolan/base';
import { formatOf, isJsonSchema } from '@portolan/contract/text';
import { HOLDERS } from '@portolan/schema/keywords';
import { isMap, isSeq } from 'yaml';
import { keyOf, type MapNode, referenceOf } from './nodes.ts';
import type { Slot, Visitor } from './visitor.ts';

/**
 * Walks through a schema by the rules of its language, as the reader does: JSON Schema has schemas under known keywords,
 * Avro may have a reference wherever a type stands, every other language is opaque.
 */
export function walkSchema(node: unknown, pointer: string, schemaFormat: string | undefined, visitor: Visitor): void {
  const format = formatOf(schemaFormat);
  if (isJsonSchema(format)) schema(node, pointer);
  else if (format === 'avro') anywhere(node, pointer);
  else if (referenceOf(node) !== undefined) visitor.reference?.(slot(node, pointer));

  function slot(found: unknown, where: string): Slot {
    return { node: found as MapNode, kind: 'Schema', pointer: where, schemaFormat };
  }

  function schema(here: unknown, where: string): void {
    if (!isMap(here)) return;
    if (referenceOf(here) !== undefined) {
      visitor.reference?.(slot(here, where));
      return;
    }
    visitor.schema?.(slot(here, where));
    for (const pair of [...(here as MapNode).items]) {
      const keyword = keyOf(pair);
      const holds = HOLDERS.get(keyword);
      if (holds) held(pair.value, holds, pointerOf(where, keyword));
    }
  }

  function held(value: unknown, holds: string, where: string): void {
    const byName = holds === 'map' || holds === 'map-or-names';
    if (byName && isMap(value)) {
      for (const pair of (value as MapNode).items) schema(pair.value, pointerOf(where, keyOf(pair)));
    } else if (isSeq(value) && holds !== 'one' && !byName) {
      for (const [index, item] of value.items.entries()) schema(item, pointerOf(where, index));
    } else if (isMap(value) && !byName && holds !== 'list') schema(value, where);
  }

  function anywhere(here: unknown, where: string): void {
    if (referenceOf(here) !== undefined) visitor.reference?.(slot(here, where));
    else if (isSeq(here)) for (const [index, item] of here.items.entries()) anywhere(item, pointerOf(where, index));
    else if (isMap(here))
      for (const pair of (here as MapNode).items) anywhere(pair.value, pointerOf(where, keyOf(pair)));
  }
}
