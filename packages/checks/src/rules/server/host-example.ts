import { at } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: kafka.internal:9092
    protocol: kafka
`;

export default rule({
  code: 'SERVER_HOST_EXAMPLE',
  severity: 'warning',
  sets: [],
  says: 'Server `{server}` is at `{host}`, a name that is kept free for examples.',
  why: 'Nothing answers there, so the document was copied from an example and not finished. This rule is off until a team names it: in documentation, the names are right.',
  help: 'Write the host of the broker.',
  source: 'RFC 2606 and RFC 6761',
  bad: good.replace('kafka.internal', 'kafka.example.com'),
  good,
  server(server, { report }) {
    const { host, id } = server;
    const name = host.replace(/:\d+$/, '').toLowerCase();
    if (!/(^|\.)(example(\.(com|net|org))?|test|invalid)$/.test(name)) return;
    report(at(server, 'host'), { server: id, host });
  },
});
