import { at } from '../../context.ts';
import { expressionsOf } from '../../facts/templates.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: '{region}.kafka.example.com:9092'
    protocol: kafka
    variables:
      region:
        enum: [eu, us]
`;

export default rule({
  code: 'SERVER_VARIABLE_UNDEFINED',
  severity: 'error',
  says: 'Server `{server}` uses `{expression}`, which its `variables` do not define.',
  why: 'Nobody can connect to an address with a hole in it whose values are unknown.',
  help: 'Add `{name}` to the server’s `variables` with its `enum` or a `default`, or correct the name.',
  source: 'AsyncAPI 3.1.0, Server Object, variables',
  bad: good.replace('{region}', '{zone}'),
  good,
  server(server, { report }) {
    for (const member of ['host', 'pathname'] as const) {
      for (const name of expressionsOf(server[member] ?? '')) {
        if (server.variables.some(variable => variable.name === name)) continue;
        report(at(server, member), { server: server.id, name, expression: `{${name}}` });
      }
    }
  },
});
