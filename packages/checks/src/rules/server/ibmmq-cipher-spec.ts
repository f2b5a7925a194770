import { at } from '../../context.ts';
import { isMap } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: mq.example.com:1414
    protocol: ibmmq-secure
    bindings:
      ibmmq:
        cipherSpec: ANY_TLS12_OR_HIGHER
`;

export default rule({
  code: 'SERVER_IBMMQ_CIPHER_SPEC',
  severity: 'error',
  says: 'Server `{server}` names a cipher, but its protocol is `ibmmq`, which has no encryption.',
  why: 'A client that believes the protocol connects in plain text; one that believes the cipher is refused.',
  help: 'Write `protocol: ibmmq-secure`, or remove `cipherSpec`.',
  source: 'AsyncAPI IBM MQ bindings 0.1.0, Server Binding Object, cipherSpec',
  bad: good.replace('ibmmq-secure', 'ibmmq'),
  good,
  server(server, { report }) {
    const { ibmmq } = server.bindings;
    if (server.protocol !== 'ibmmq' || !isMap(ibmmq) || ibmmq.cipherSpec === undefined) return;
    report(at(server, 'bindings', 'ibmmq', 'cipherSpec'), { server: server.id });
  },
});
