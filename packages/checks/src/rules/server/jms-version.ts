import { at } from '../../context.ts';
import { listed } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: jms.example.com:61616
    protocol: jms
    protocolVersion: '2.0'
`;

/** The versions of JMS that the binding knows. */
const VERSIONS = ['1.0', '1.0.1', '1.0.1a', '1.0.2', '1.0.2a', '1.0.2b', '1.1', '2.0', '2.0a', '2.1', '3.0', '3.1'];

export default rule({
  code: 'SERVER_JMS_VERSION',
  severity: 'error',
  says: 'Server `{server}` speaks JMS `{version}`, and there is no such version.',
  why: 'The version decides which interface a client is written against.',
  help: 'Use one of {versions}, or leave `protocolVersion` out to mean 3.1.',
  source: 'AsyncAPI JMS bindings 0.0.1, Protocol',
  bad: good.replace("'2.0'", "'4'"),
  good,
  server(server, { report }) {
    const { protocol, protocolVersion: version } = server;
    // Unquoted, 2.0 is the number 2: the grammar says so, and one word about it is enough.
    if (protocol !== 'jms' || version === undefined || VERSIONS.some(known => Number(known) === Number(version)))
      return;
    if (VERSIONS.includes(version)) return;
    report(at(server, 'protocolVersion'), { server: server.id, version, versions: listed(VERSIONS, VERSIONS.length) });
  },
});
