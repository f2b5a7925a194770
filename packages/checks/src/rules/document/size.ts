import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
`;

const many = Array.from({ length: 101 }, (_, index) => `  placed${index}: { address: orders.${index} }\n`).join('');

const count = (things: string, initial: number) =>
  ({ type: 'integer', minimum: 1, default: initial, description: `More ${things} than that are too many.` }) as const;

export default rule({
  code: 'DOCUMENT_SIZE',
  severity: 'info',
  sets: ['strict'],
  says: 'The document describes {found}, which is more than {limit}.',
  why: 'One document describes one application. A document of hundreds of channels is changed by everybody, reviewed by nobody, and its owner is the whole company.',
  help: 'Write a document for each application and share messages and schemas through references, or raise the limit.',
  options: {
    channels: count('channels', 100),
    messages: count('messages', 200),
    schemas: count('schemas', 500),
  },
  bad: good.replace('  placed:\n    address: orders.placed\n', many),
  good,
  contract(contract, { options, report }) {
    for (const things of ['channels', 'messages', 'schemas'] as const) {
      const { length } = contract[things];
      const limit = Number(options[things]);
      if (length > limit) report(contract, { found: `${length} ${things}`, limit });
    }
  },
});
