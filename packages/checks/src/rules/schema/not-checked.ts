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
          schemaFormat: application/schema+json;version=draft-07
          schema:
            type: object
`;

export default rule({
  code: 'SCHEMA_NOT_CHECKED',
  severity: 'info',
  says: 'The schema `{schema}` is written in `{format}`, which Portolan does not judge.',
  why: 'No finding means that a schema is right. Where Portolan cannot look inside, it says so: mistakes in it, examples of it and changes to it are not checked.',
  help: 'Check it with the tools of its language, or write it in JSON Schema, Avro or Protobuf.',
  bad: good.replace(
    /application\/schema[\s\S]*$/,
    "application/raml+yaml;version=1.0\n          schema: 'type: object'\n",
  ),
  good,
  schema(schema, { report }) {
    if (schema.format !== 'raml' && schema.format !== 'other') return;
    report(schema, { schema: schema.id, format: schema.schemaFormat ?? schema.format });
  },
});
