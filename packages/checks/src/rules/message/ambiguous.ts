import { at } from '../../context.ts';
import { ambiguityOf, companiesOf } from '../../facts/ambiguity.ts';
import { listed, shown } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  orders:
    address: orders
    messages:
      orderPlaced:
        payload:
          type: object
          required: [kind, orderId]
          properties:
            kind:
              const: placed
            orderId:
              type: string
      orderCancelled:
        payload:
          type: object
          required: [kind, orderId]
          properties:
            kind:
              const: cancelled
            orderId:
              type: string
`;

export default rule({
  code: 'MESSAGE_AMBIGUOUS',
  severity: 'warning',
  says: 'The messages {names} of channel `{channel}` cannot be told apart: `{witness}` is a valid `{first}` and a valid `{second}`.',
  why: 'A message on a channel must match exactly one of its descriptions. Where it matches two, a receiver has to guess what has happened.',
  help: 'Give each a member or header that is required and has a `const` of its own, such as `type`; or use one channel per message.',
  source: 'AsyncAPI 3.1.0, Channel Object, messages; Operation Object, messages',
  bad: good.replace('const: placed', 'type: string').replace('const: cancelled', 'type: string'),
  good,
  channel(channel, context) {
    for (const company of companiesOf(channel, context)) {
      const found = ambiguityOf(company, context);
      if (!found) continue;
      context.report(
        { ...at(channel, 'messages'), part: 'key' },
        {
          names: listed(found.messages.map(({ name }) => name)),
          channel: channel.id,
          witness: shown(found.witness),
          first: found.first.name,
          second: found.second.name,
        },
      );
    }
  },
});
