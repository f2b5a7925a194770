import { keysOf, pointerOf } from '@portolan/base';
import type { SchemaDefinition } from '@portolan/contract';
import { visitInside } from '../../facts/inside.ts';
import { isMap } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        payload:
          type: object
          properties:
            customer:
              $ref: '#/components/schemas/Customer'
components:
  schemas:
    Customer:
      type: object
      properties:
        name:
          type: string
`;

const avro = `    Customer:
      schemaFormat: application/vnd.apache.avro;version=1.9.0
      schema:
        type: record
        name: Customer
        fields:
          - name: name
            type: string
`;

export default rule({
  code: 'SCHEMA_FORMAT_CROSSED',
  severity: 'error',
  says: 'A schema in {format} refers to `{name}`, which is written in {other}.',
  why: 'A reader takes the one for a piece of the other: keywords of a foreign language mean nothing to it, and everything becomes valid.',
  help: 'Write `{name}` in {format} as well, or refer to it as the whole payload of a message.',
  source: 'AsyncAPI 3.1.0, Multi Format Schema Object, schemaFormat',
  bad: `${good.slice(0, good.indexOf('    Customer:'))}${avro}`,
  good,
  contract({ schemas }, { schema, report }) {
    if (new Set(schemas.map(({ format }) => format)).size < 2) return;
    for (const definition of schemas) {
      const told = new Set<string>();
      visitInside(definition.definition, (value, keys) => {
        const target = isMap(value) ? schema(idOf(value.$ref)) : undefined;
        if (!target || target.format === definition.format || told.has(target.id)) return;
        told.add(target.id);
        const { source, pointer } = definition.origin;
        const place = { source, pointer: pointerOf(pointer, ...keys, '$ref') };
        report(place, { format: nameOf(definition), name: target.id, other: nameOf(target) });
      });
    }
  },
});

const NAMES: Readonly<Record<string, string>> = {
  asyncapi: 'the schema language of AsyncAPI',
  'json-schema': 'JSON Schema',
  openapi: 'the schema language of OpenAPI',
  avro: 'Avro',
  protobuf: 'Protobuf',
  raml: 'RAML',
};

function nameOf({ format, schemaFormat }: SchemaDefinition): string {
  return NAMES[format] ?? schemaFormat ?? 'another language';
}

/** The id of the schema of the Contract that a reference names, if it is one. */
function idOf(reference: unknown): string | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#/schemas/')) return undefined;
  return keysOf(reference.slice(1))[1];
}
