import { at } from '../../context.ts';
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
  code: 'CHANNEL_PARAMETER_UNDEFINED',
  severity: 'error',
  says: 'The address of channel `{channel}` uses `{expression}`, which its `parameters` do not define.',
  why: 'Whoever connects has to put a value there and cannot know which values exist.',
  help: 'Add `{name}` to the channel’s `parameters` with a description, or correct the name.',
  source: 'AsyncAPI 3.1.0, Parameters Object',
  bad: good.replace('{fieldId}', '{field}'),
  good,
  channel(channel, { report }) {
    // Expressions of a callback are evaluated by who sends it; nobody fills them in.
    if (channel.elsewhere) return;
    for (const name of expressionsOf(channel.address ?? '')) {
      if (channel.parameters.some(parameter => parameter.name === name)) continue;
      report(at(channel, 'address'), { channel: channel.id, name, expression: `{${name}}` });
    }
  },
});
