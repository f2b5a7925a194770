import { at } from '../../context.ts';
import { listed } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: kafka.example.com:{port}
    protocol: kafka
    variables:
      port:
        enum: ['9092', '9093']
        default: '9092'
`;

export default rule({
  code: 'SERVER_VARIABLE_DEFAULT',
  severity: 'warning',
  says: 'The {member} `{value}` of server variable `{name}` is not one of its allowed values.',
  why: 'Tools that connect without asking use the default, and people copy examples; both lead to an address that the document rules out.',
  help: 'Use one of {values}, or add `{value}` to the `enum`.',
  bad: good.replace("default: '9092'", "default: '9094'"),
  good,
  server(server, { report }) {
    for (const variable of server.variables) {
      const { name, default: value, examples = [], enum: allowed = [] } = variable;
      if (allowed.length === 0) continue;
      const judge = (member: string, said: string, ...keys: (string | number)[]) => {
        if (allowed.includes(said)) return;
        report(at(variable, ...keys), { member, value: said, name, values: listed(allowed) });
      };
      if (value !== undefined) judge('default', value, 'default');
      for (const [index, example] of examples.entries()) judge('example', example, 'examples', index);
    }
  },
});
