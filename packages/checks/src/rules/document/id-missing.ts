import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
id: urn:example:com:orders
info:
  title: Orders
  version: 1.0.0
`;

export default rule({
  code: 'DOCUMENT_ID_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'The document gives the application `{title}` no id.',
  why: 'Titles change and are not unique. An id stays the same over all versions, and tells two applications of one name apart.',
  help: 'Add `id` with a URN, such as `urn:example:com:orders`.',
  bad: good.replace('id: urn:example:com:orders\n', ''),
  good,
  contract(contract, { report }) {
    if (contract.asyncapi !== undefined && contract.id === undefined) report(contract, { title: contract.info.title });
  },
});
