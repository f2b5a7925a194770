import { canonical, keysOf } from '@portolan/base';
import type { SchemaDefinition } from '@portolan/contract';
import { keyOf } from '../../context.ts';
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
        contentType: application/json
        payload:
          type: object
          properties:
            billing:
              $ref: '#/components/schemas/Address'
            delivery:
              $ref: '#/components/schemas/DeliveryAddress'
components:
  schemas:
    Address:
      type: object
      properties:
        street: { type: string }
        city: { type: string }
    DeliveryAddress:
      type: object
      properties:
        street: { type: string }
        city: { type: string }
        floor: { type: integer }
`;

export default rule({
  code: 'COMPONENT_DUPLICATE',
  severity: 'info',
  sets: ['strict'],
  says: 'The schemas `{name}` and `{first}` say the same.',
  why: 'A change that is made in one of them is forgotten in the other. Generated code gets two types that cannot be exchanged.',
  help: 'Keep one of them and refer to it; where the two are meant to part one day, say in their descriptions how.',
  bad: good.replace('        floor: { type: integer }\n', ''),
  good,
  contract({ schemas }, { report }) {
    const seen = new Map<string, SchemaDefinition>();
    for (const schema of schemas) {
      const name = componentName(schema);
      if (name === undefined || !saysMuch(schema.definition)) continue;
      const key = `${schema.format} ${canonical(withoutWords(schema.definition))}`;
      const first = seen.get(key);
      if (!first) seen.set(key, schema);
      else {
        const related = [{ message: `\`${componentName(first)}\` stands here.`, origin: keyOf(first) }];
        report(keyOf(schema), { name, first: componentName(first) ?? first.id }, related);
      }
    }
  },
});

function componentName({ origin }: SchemaDefinition): string | undefined {
  const keys = keysOf(origin.pointer);
  return keys[0] === 'components' && keys[1] === 'schemas' ? keys[2] : undefined;
}

/** Small schemas are alike by chance: a text is a text. */
function saysMuch(definition: unknown): boolean {
  return isMap(definition) && isMap(definition.properties) && Object.keys(definition.properties).length > 1;
}

/** What two schemas call themselves does not part them; what they call their members does. */
function withoutWords(definition: unknown): unknown {
  if (!isMap(definition)) return definition;
  const { title, description, $id, examples, ...rest } = definition;
  return rest;
}
