import { keyOf, removal } from '../../context.ts';
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
  code: 'SERVER_VARIABLE_UNUSED',
  severity: 'warning',
  says: 'The variable `{name}` appears nowhere in the address of server `{server}`.',
  why: 'People set it and nothing changes. Most often the placeholder in the address is misspelt or was lost.',
  help: 'Write `{expression}` into the address where its value belongs, or remove the variable.',
  bad: good.replace('{region}.kafka', 'kafka'),
  good,
  server(server, { report }) {
    const used = expressionsOf(`${server.host}${server.pathname ?? ''}`);
    for (const variable of server.variables) {
      const { name } = variable;
      // The protocol of a 2.x url may be a variable; the Contract keeps the protocol apart from the host.
      if (used.includes(name) || server.protocol === `{${name}}`) continue;
      const params = { name, server: server.id, expression: `{${name}}` };
      // Beside a placeholder that nobody defined, the name may be what is wrong.
      const lost = used.some(other => !server.variables.some(it => it.name === other));
      report(keyOf(variable), params, undefined, lost ? undefined : removal(variable, `Remove the variable “${name}”`));
    }
  },
});
