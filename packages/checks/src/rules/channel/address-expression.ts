import { at } from '../../context.ts';
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
  code: 'CHANNEL_ADDRESS_EXPRESSION',
  severity: 'error',
  says: 'The address `{address}` of channel `{channel}` has a brace that does not belong to a name in braces.',
  why: 'One reader takes the brace for a part of the address, the next one for a parameter that was cut off.',
  help: 'Write an expression as one name between two braces, such as `{example}`; other braces cannot stand in an address.',
  source: 'AsyncAPI 3.1.0, Channel Address Expressions',
  bad: good.replace('{fieldId}/readings', '{fieldId}/readings/{unit'),
  good,
  channel(channel, { contract, report }) {
    // The key of a channel of 2.x is a URI template, which the grammar judges.
    if (!contract.asyncapi?.startsWith('3.') || !channel.address) return;
    const rest = channel.address.replace(/\{[^{}\s]+\}/g, '');
    if (!/[{}]/.test(rest)) return;
    report(at(channel, 'address'), { address: channel.address, channel: channel.id, example: '{orderId}' });
  },
});
