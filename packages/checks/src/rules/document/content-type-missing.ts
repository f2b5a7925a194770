import { listed } from '../../facts/json.ts';
import { plural } from '../../report.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
defaultContentType: application/json
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        payload:
          type: object
`;

export default rule({
  code: 'DOCUMENT_CONTENT_TYPE_MISSING',
  severity: 'info',
  says: 'Nothing says how {count} {messages} encoded: {names}.',
  why: 'A schema says what a payload means but not how its bytes are read. Receivers then guess, and most guess JSON.',
  help: 'Add `defaultContentType: application/json` (or what is true) to the document, or a `contentType` to each message.',
  bad: good.replace('defaultContentType: application/json\n', ''),
  good,
  contract(contract, { report }) {
    // Where CloudEvents definitions are silent, the language of the schema is what says it.
    if (contract.xregistry !== undefined) return;
    const silent = contract.messages.filter(
      message => message.contentType === undefined && message.payload !== undefined,
    );
    if (silent.length === 0) return;
    const messages = `${plural(silent.length, 'message')} ${silent.length === 1 ? 'is' : 'are'}`;
    report(contract, { count: silent.length, messages, names: listed(silent.map(message => message.name)) });
  },
});
