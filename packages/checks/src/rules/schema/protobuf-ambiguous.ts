import { protobufChoices } from '@portolan/schema/links';
import { listed } from '../../facts/json.ts';
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
          schemaFormat: application/vnd.google.protobuf;version=3
          schema: |
            syntax = "proto3";
            message OrderPlaced {
              string order_id = 1;
            }
            message OrderCancelled {
              string order_id = 1;
            }
`;

export default rule({
  code: 'SCHEMA_PROTOBUF_AMBIGUOUS',
  severity: 'warning',
  says: 'The Protobuf {part} of message `{message}` was not checked: its text defines {choices}, and nothing says which of them is sent.',
  why: 'A Protobuf file may hold many messages, and AsyncAPI has no place to say which of them is sent. Portolan does not guess.',
  help: 'Name the message of the document like the one that is sent, refer to it as `file.proto#/Name`, or give it a file of its own.',
  source: 'AsyncAPI 3.1.0, Multi Format Schema Object',
  bad: good.replace(/orderPlaced/g, 'order'),
  good,
  message(message, context) {
    for (const part of ['payload', 'headers'] as const) {
      const schema = context.schema(message[part]);
      if (schema?.format !== 'protobuf' || schema.root !== undefined) continue;
      const choices = protobufChoices(String(schema.definition));
      if (choices.length > 0) context.report(schema, { part, message: message.name, choices: listed(choices) });
    }
  },
});
