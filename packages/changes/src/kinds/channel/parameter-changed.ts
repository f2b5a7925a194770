import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { oneToOne } from '../../match/one-to-one.ts';
import { edited, ORDERS } from '../example.ts';
import { locationChange, valuesChange } from './values.ts';

export default changeRule({
  code: 'PARAMETER_CHANGED',
  verdict: 'breaking',
  says: 'The parameter `{parameter}` of the channel `{name}` {done}.',
  why: 'The values of a parameter say which addresses there are. Who uses one that is gone sends into nothing or waits in vain.',
  help: 'Keep the values that somebody may use.',
  before: ORDERS,
  after: edited(ORDERS, ['enum: [eu, us]', 'enum: [eu]']),
  channel({ before, after }, { report, after: side }) {
    if (!before || !after) return;
    const { pairs, removed, added } = oneToOne(before.parameters, after.parameters, [({ name }) => name]);
    const told = {
      subject: { kind: 'channel', name: after.id } as const,
      operations: concerned(side.operationsOn(after.id)),
      messages: after.messages,
    };
    const name = after.address ?? after.id;
    for (const pair of pairs) {
      const change = valuesChange(pair) ?? locationChange(pair);
      if (!change) continue;
      const params = { parameter: pair.after.name, name, done: change.says };
      report({
        ...told,
        key: pair.after.name,
        params,
        verdict: change.verdict,
        before: pair.before.origin,
        after: pair.after.origin,
      });
    }
    // A new address brings its parameters with it.
    if (before.address !== after.address) return;
    for (const { name: parameter, origin } of removed)
      report({
        ...told,
        key: parameter,
        params: { parameter, name, done: 'is gone' },
        verdict: 'editorial',
        before: origin,
      });
    for (const { name: parameter, origin } of added)
      report({
        ...told,
        key: parameter,
        params: { parameter, name, done: 'is new' },
        verdict: 'editorial',
        after: origin,
      });
  },
});
