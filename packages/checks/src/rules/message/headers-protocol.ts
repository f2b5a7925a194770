import type { MessageId } from '@portolan/contract';
import { outline } from '@portolan/schema';
import { at } from '../../context.ts';
import { hasHeaders, isProtocolHeader } from '../../facts/protocol-headers.ts';
import { familyOf } from '../../facts/protocols.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  hooks:
    host: hooks.example.com
    protocol: https
channels:
  placed:
    address: /orders/placed
    messages:
      orderPlaced:
        contentType: application/json
        headers:
          type: object
          properties:
            Order-Region:
              type: string
        payload:
          type: object
`;

export default rule({
  code: 'MESSAGE_HEADERS_PROTOCOL',
  severity: 'error',
  says: 'The headers of message `{message}` define `{header}`, which is a header of {protocol} itself.',
  why: 'The protocol sets it, whatever the application says. Code that is generated from the document would set it twice, or to the wrong value.',
  help: 'Remove it here. What is to be said about it belongs to `contentType`, or to the message’s `bindings.{binding}`.',
  source: 'AsyncAPI 2.6.0 and 3.1.0, Message Object, headers',
  bad: good.replace('Order-Region:', 'Content-Type:'),
  good,
  contract({ channels, messages }, { report, schema, serversOf }) {
    const families = new Map<MessageId, Set<string>>();
    for (const channel of channels) {
      const spoken = serversOf(channel)
        .map(({ protocol }) => familyOf(protocol))
        .filter(hasHeaders);
      if (spoken.length === 0) continue;
      for (const id of channel.messages) families.set(id, new Set([...(families.get(id) ?? []), ...spoken]));
    }
    for (const message of messages) {
      const source = schema(message.headers);
      const spoken = families.get(message.id);
      if (!source || !spoken) continue;
      const { properties = [] } = outline(source, schema, { depth: 2 });
      for (const { name } of properties) {
        const family = [...spoken].find(protocol => isProtocolHeader(protocol, name));
        if (family === undefined) continue;
        const params = { message: message.name, header: name, protocol: family.toUpperCase(), binding: family };
        report(at(message, 'headers'), params);
      }
    }
  },
});
