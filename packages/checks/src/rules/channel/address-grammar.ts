import { at } from '../../context.ts';
import { listed } from '../../facts/json.ts';
import { caseOption, isWritten, wordsOf } from '../../facts/naming.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: sales.orders.order-placed
`;

export default rule({
  code: 'CHANNEL_ADDRESS_GRAMMAR',
  severity: 'warning',
  sets: [],
  says: 'The address `{address}` of channel `{channel}` is not as this organisation writes addresses: {reason}.',
  why: 'Addresses that are built alike can be guessed, searched and given rights to by a prefix. The specification leaves their form open, so this rule is off until a team names it with a form of its own.',
  help: 'Write the address as agreed, or change the options of this rule in `portolan.yaml`.',
  options: {
    case: caseOption('How each word between two separators is written.', 'kebab-case'),
    separators: {
      type: 'string',
      minLength: 1,
      default: './:',
      description: 'Characters that part an address into words.',
    },
    pattern: {
      type: 'string',
      format: 'regex',
      default: '',
      description:
        'A regular expression that the whole address must match; expressions stand in it as written, `{name}`.',
    },
  },
  bad: good.replace('order-placed', 'orderPlaced'),
  good,
  channel(channel, { options, report }) {
    const { address } = channel;
    if (!address) return;
    const { case: way, separators, pattern } = options;
    const odd = wordsOf(address, String(separators)).filter(word => !isWritten(word, way));
    const reasons = [
      ...(odd.length > 0 ? [`${listed(odd)} ${odd.length === 1 ? 'is' : 'are'} not in ${way}`] : []),
      ...(pattern && !new RegExp(String(pattern)).test(address) ? [`it does not match \`${pattern}\``] : []),
    ];
    if (reasons.length === 0) return;
    report(at(channel, 'address'), { address, channel: channel.id, reason: reasons.join(', and ') });
  },
});
