import type { Message, Server } from '@portolan/contract';
import { outline } from '@portolan/schema';
import { at, type Context } from '../../context.ts';
import { isProtocolHeader } from '../../facts/protocol-headers.ts';
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
  message(message, context) {
    const source = context.schema(message.headers);
    if (!source) return;
    const protocols = new Set(serversOf(message, context).map(({ protocol }) => familyOf(protocol)));
    const { properties = [] } = outline(source, context.schema, { depth: 2 });
    for (const { name } of properties) {
      const family = [...protocols].find(protocol => isProtocolHeader(protocol, name));
      if (family === undefined) continue;
      const params = { message: message.name, header: name, protocol: family.toUpperCase(), binding: family };
      context.report(at(message, 'headers'), params);
    }
  },
});

/** The servers of all channels that a message is on. */
function serversOf(message: Message, { contract, serversOf: ofChannel }: Context): readonly Server[] {
  return contract.channels.filter(({ messages }) => messages.includes(message.id)).flatMap(ofChannel);
}
