import { at } from '../../context.ts';
import { PLAIN_PROTOCOLS } from '../../facts/protocols.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: kafka.example.com:9093
    protocol: kafka-secure
`;

export default rule({
  code: 'SERVER_PLAINTEXT',
  severity: 'info',
  sets: ['strict'],
  says: 'Server `{server}` speaks `{protocol}` without encryption.',
  why: 'Everyone on the way can read the messages, and the credentials with them.',
  help: 'Use `{secure}` where the broker offers TLS.',
  bad: good.replace('protocol: kafka-secure', 'protocol: kafka'),
  good,
  server(server, { report }) {
    const secure = Object.hasOwn(PLAIN_PROTOCOLS, server.protocol) ? PLAIN_PROTOCOLS[server.protocol] : undefined;
    const local = /^(localhost|127\.|\[::1\])/.test(server.host);
    if (secure && !local) report(at(server, 'protocol'), { server: server.id, protocol: server.protocol, secure });
  },
});
