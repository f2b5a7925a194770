import { keyOf } from '../../context.ts';
import { isMessageDescribed } from '../../facts/described.ts';
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
        summary: An order was placed and paid for.
`;

export default rule({
  code: 'MESSAGE_DESCRIPTION_MISSING',
  severity: 'info',
  says: 'Nothing says what message `{message}` means.',
  why: 'A name like `{message}` means one thing to those who send it and another to those who find it in a search.',
  help: 'Add a `summary` of one sentence: what has happened, or what is asked for?',
  bad: good.replace('        summary: An order was placed and paid for.\n', '        contentType: application/json\n'),
  good,
  message(message, context) {
    if (!isMessageDescribed(message, context)) context.report(keyOf(message), { message: message.name });
  },
});
