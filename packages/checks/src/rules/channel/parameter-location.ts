import { at } from '../../context.ts';
import { locationOf, undefinedKey } from '../../facts/location.ts';
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
        location: $message.payload#/fieldId
    messages:
      reading:
        contentType: application/json
        payload:
          type: object
          properties:
            fieldId:
              type: string
`;

export default rule({
  code: 'CHANNEL_PARAMETER_LOCATION',
  severity: 'warning',
  says: 'The value of parameter `{name}` stands at `{location}`, but the {part} schema of message `{message}` has no `{key}`.',
  why: 'A sender is to take a piece of the address from there, and has nothing to take.',
  help: 'Define `{key}` in the {part} schema, or correct the location.',
  source: 'AsyncAPI 3.1.0, Parameter Object, location',
  bad: good.replace('payload#/fieldId', 'payload#/field/id'),
  good,
  channel(channel, context) {
    for (const parameter of channel.parameters) {
      const location = locationOf(parameter.location ?? '');
      if (!location) continue;
      for (const message of context.messagesOf(channel)) {
        const key = undefinedKey(message, location, context);
        if (key === undefined) continue;
        const params = { name: parameter.name, location: parameter.location ?? '', part: location.part, key };
        context.report(at(parameter, 'location'), { ...params, message: message.name });
        break;
      }
    }
  },
});
