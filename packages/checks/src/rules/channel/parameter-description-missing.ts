import { keyOf } from '../../context.ts';
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
  code: 'CHANNEL_PARAMETER_DESCRIPTION_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'Nothing says what the parameter `{name}` of channel `{channel}` stands for.',
  why: 'Whoever connects has to put a value there, and finds out by trial which numbers are meant.',
  help: 'Add a `description`, and an `enum` or `examples` where the values are known.',
  bad: good.replace('        description: Number of the field in the land register.\n', '        examples: [F12]\n'),
  good,
  channel(channel, { report }) {
    for (const parameter of channel.parameters) {
      if (!parameter.description?.trim()) report(keyOf(parameter), { name: parameter.name, channel: channel.id });
    }
  },
});
