import { pointerOf } from '@portolan/base';
import type { AvroType } from '../../avro/model.ts';
import { readAvro } from '../../avro/read.ts';
import { isObject } from '../../json.ts';
import type { Lookup, SchemaSource } from '../../shape.ts';
import type { SchemaPlace } from '../model.ts';

/** Where the types of a schema stand in its text, and those of the texts that it draws in. */
export interface Places {
  of(type: AvroType): SchemaPlace | undefined;
}

/**
 * Finds places on demand: a text is only walked over when somebody asks for one of its types. The graph of types is the
 * same object for everybody who reads with one lookup, so a type can be known by its identity.
 */
export function placesOf(source: SchemaSource, lookup: Lookup): Places {
  const found = new Map<AvroType, SchemaPlace>();
  const open: SchemaSource[] = [source];
  const known = new Set<string>([source.id]);
  const take = (id: string) => {
    const other = known.has(id) ? undefined : lookup(id);
    known.add(id);
    if (other?.format === 'avro') open.push(other);
  };
  return {
    of(type) {
      for (let next = found.has(type) ? undefined : open.shift(); next !== undefined; next = open.shift()) {
        walk(next);
        if (found.has(type)) break;
      }
      return found.get(type);
    },
  };

  function walk(text: SchemaSource): void {
    for (const ids of Object.values(text.imports ?? {})) for (const id of ids) take(id);
    const steps: [AvroType, unknown, string][] = [[readAvro(text, lookup).type, definitionOf(text), '']];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      const [type, value, pointer] = step;
      if (!found.has(type)) found.set(type, { schema: text.id, pointer });
      if (type.kind === 'reference') take(type.name);
      steps.push(...inside(type, value, pointer));
    }
  }
}

/** AsyncAPI wants Avro as an object; some documents hold it as a text. */
function definitionOf({ definition }: SchemaSource): unknown {
  if (typeof definition !== 'string' || !/^\s*[[{"]/.test(definition)) return definition;
  try {
    return JSON.parse(definition);
  } catch {
    return undefined;
  }
}

/** The types written inside a type, each with its text. */
function inside(type: AvroType, value: unknown, pointer: string): [AvroType, unknown, string][] {
  if (isObject(value) && typeof value.type !== 'string' && value.type !== undefined)
    return inside(type, value.type, pointerOf(pointer, 'type'));
  switch (type.kind) {
    case 'array':
      return isObject(value) ? [[type.items, value.items, pointerOf(pointer, 'items')]] : [];
    case 'map':
      return isObject(value) ? [[type.values, value.values, pointerOf(pointer, 'values')]] : [];
    case 'union':
      return Array.isArray(value)
        ? type.branches.map((branch, index) => [branch, value[index], pointerOf(pointer, index)])
        : [];
    case 'record':
      return isObject(value) ? fieldsInside(type, value.fields, pointerOf(pointer, 'fields')) : [];
    default:
      return [];
  }
}

function fieldsInside(
  record: Extract<AvroType, { kind: 'record' }>,
  list: unknown,
  pointer: string,
): [AvroType, unknown, string][] {
  const written = (Array.isArray(list) ? list : [])
    .map((field, index) => ({ field, index }))
    .filter(({ field }) => isObject(field) && typeof field.name === 'string');
  return record.fields.flatMap((field, order) => {
    const at = written[order];
    return at ? [[field.type, at.field.type, pointerOf(pointer, at.index, 'type')] as [AvroType, unknown, string]] : [];
  });
}
