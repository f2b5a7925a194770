import { isObject, keysOf } from '@portolan/base';
import type { SchemaDefinition } from '@portolan/contract';
import { referenceTo } from './keys.ts';

/** Schemas as components of AsyncAPI 3: each says its language, unless it is the one that needs no saying. */
export function schemaComponents(
  schemas: readonly SchemaDefinition[],
  keys: ReadonlyMap<string, string>,
): Record<string, unknown> {
  return Object.fromEntries(
    schemas.map(({ id, schemaFormat, definition }) => {
      const schema = withReferences(definition, keys);
      return [keys.get(id) ?? id, schemaFormat === undefined ? schema : { schemaFormat, schema }];
    }),
  );
}

/** A definition whose references lead to the components of the document. */
function withReferences(value: unknown, keys: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map(item => withReferences(item, keys));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, withReferences(member, keys)]);
  const [first, id] = typeof value.$ref === 'string' ? keysOf(value.$ref.replace(/^#/, '')) : [];
  const key = first === 'schemas' && id !== undefined ? keys.get(id) : undefined;
  return { ...Object.fromEntries(members), ...(key !== undefined && referenceTo('components', 'schemas', key)) };
}
