import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: kafka.example.com:9092
    protocol: kafka
channels:
  placed:
    address: orders.placed
`;

export default rule({
  code: 'DOCUMENT_SERVERS_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'The document does not say on which broker the channels of `{title}` are.',
  why: 'An address means a place only on a broker: two documents with the same address need not mean the same one.',
  help: 'Add `servers` with a `host` and a `protocol` for each broker.',
  bad: good.slice(0, good.indexOf('servers:')) + good.slice(good.indexOf('channels:')),
  good,
  contract(contract, { report }) {
    if (contract.asyncapi === undefined || contract.channels.length === 0 || contract.servers.length > 0) return;
    report(contract, { title: contract.info.title });
  },
});
