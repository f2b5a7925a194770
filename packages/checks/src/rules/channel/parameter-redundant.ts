import { keyOf, removal } from '../../context.ts';
import { expressionsOf } from '../../facts/templates.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Sensors
  version: 1.0.0
channels:
  readings:
    address: fields/{fieldId}/readings
    parameters:
      fieldId:
        description: Number of the field in the land register.
`;

export default rule({
  code: 'CHANNEL_PARAMETER_REDUNDANT',
  severity: 'error',
  says: 'The parameter `{name}` is not part of the address of channel `{channel}`{address}.',
  why: 'A parameter stands for a piece of the address. One that stands for nothing is most often a misspelt name, and the piece that was meant is then undescribed.',
  help: 'Write `{expression}` into the address where its value belongs, or remove the parameter.',
  source: 'AsyncAPI 3.1.0, Parameters Object; Channel Object, parameters',
  bad: good.replace('fields/{fieldId}/readings', 'fields/readings'),
  good,
  channel(channel, { report }) {
    const used = expressionsOf(channel.address ?? '');
    const address = channel.address === null ? ', which has none' : ` (\`${channel.address}\`)`;
    for (const parameter of channel.parameters) {
      const { name } = parameter;
      if (used.includes(name)) continue;
      const params = { name, channel: channel.id, address, expression: `{${name}}` };
      // Beside an expression that nobody defined, the name may be what is wrong.
      const lost = used.some(other => !channel.parameters.some(it => it.name === other));
      report(
        keyOf(parameter),
        params,
        undefined,
        lost ? undefined : removal(parameter, `Remove the parameter “${name}”`),
      );
    }
  },
});
