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
  says: 'The default `{value}` of server variable `{name}` is not one of its allowed values.',
  why: 'Tools that connect without asking use the default, and it leads to an address that the document rules out.',
  help: 'Use one of {values}, or add `{value}` to the `enum`.',
  bad: good.replace("default: '9092'", "default: '9094'"),
  good,
  server(server, { report }) {
    for (const variable of server.variables) {
      const { name, default: value, enum: allowed } = variable;
      if (value === undefined || !allowed || allowed.length === 0 || allowed.includes(value)) continue;
      report(at(variable, 'default'), { value, name, values: listed(allowed) });
    }
  },
});
