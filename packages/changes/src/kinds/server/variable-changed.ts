import { changeRule } from '../../kind.ts';
import { oneToOne } from '../../match/one-to-one.ts';
import { valuesChange } from '../channel/values.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'SERVER_VARIABLE_CHANGED',
  verdict: 'breaking',
  says: 'The variable `{variable}` of the server `{name}` {done}.',
  why: 'The values of a variable say which hosts there are; its default says which one is used when nobody chooses.',
  help: 'Keep the values that somebody may use.',
  before: edited(ORDERS, [
    '    host: kafka.example.com:9092',
    `    host: '{region}.example.com:9092'
    variables: { region: { enum: [eu, us] } }`,
  ]),
  after: edited(ORDERS, [
    '    host: kafka.example.com:9092',
    `    host: '{region}.example.com:9092'
    variables: { region: { enum: [eu] } }`,
  ]),
  server({ before, after }, { report }) {
    if (!before || !after) return;
    const { pairs } = oneToOne(before.variables, after.variables, [({ name }) => name]);
    for (const pair of pairs) {
      const change = valuesChange(pair);
      if (!change) continue;
      const params = { variable: pair.after.name, name: after.id, done: change.says };
      const subject = { kind: 'server', name: after.id } as const;
      report({
        subject,
        key: pair.after.name,
        params,
        verdict: change.verdict,
        before: pair.before.origin,
        after: pair.after.origin,
      });
    }
  },
});
