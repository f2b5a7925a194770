import { at } from '../../context.ts';
import { listed } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Prices
  version: 1.0.0
channels:
  prices:
    address: prices/{currency}
    parameters:
      currency:
        enum: [EUR, USD]
        default: EUR
`;

export default rule({
  code: 'CHANNEL_PARAMETER_DEFAULT',
  severity: 'warning',
  says: 'The {member} `{value}` of parameter `{name}` is not one of its allowed values.',
  why: 'A reader who copies the value connects to a channel that the document says does not exist.',
  help: 'Use one of {values}, or add `{value}` to the `enum`.',
  bad: good.replace('default: EUR', 'default: GBP'),
  good,
  channel(channel, { report }) {
    for (const parameter of channel.parameters) {
      const { name, enum: allowed } = parameter;
      if (!allowed || allowed.length === 0) continue;
      const outside = (value: string | undefined) => value !== undefined && !allowed.includes(value);
      const tell = (member: string, value: string, ...keys: (string | number)[]) =>
        report(at(parameter, ...keys), { member, value, name, values: listed(allowed) });
      if (outside(parameter.default)) tell('default', parameter.default as string, 'default');
      for (const [index, example] of (parameter.examples ?? []).entries()) {
        // Mocking tools write `name of the example:value`.
        const value = example.slice(example.indexOf(':') + 1);
        if (outside(example) && outside(value)) tell('example', example, 'examples', index);
      }
    }
  },
});
