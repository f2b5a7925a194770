import type { DirectionEvidence, Operation } from '@portolan/contract';
import { at, keyOf } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 2.6.0
info:
  title: Checkout
  version: 1.0.0
channels:
  orders.placed:
    subscribe:
      operationId: publishOrderPlaced
      summary: Publishes an event for every order.
      message:
        name: orderPlaced
`;

export default rule({
  code: 'OPERATION_DIRECTION_UNCERTAIN',
  severity: 'warning',
  says: 'The verb `{verb}` says that `{title}` {action}s here, but {words} that it {other}s.',
  why: 'In 2.x `publish` means that others publish to this application, which many people write the other way round, and documents converted to 3.x keep the inversion. Where verb and words disagree, the chart cannot know which is true, and a line drawn the wrong way hides whom a change would break.',
  help: 'If `{title}` {other}s these messages, {edit}. If the verb is right, reword the {where}.',
  source: 'AsyncAPI 2.6.0, Channel Item Object; AsyncAPI 3.1.0, Operation Object, action',
  bad: good.replace('subscribe:', 'publish:'),
  good,
  operation(operation, { contract, report, operationsOn }) {
    const { action, verb, direction } = operation;
    if (direction.confidence !== 'uncertain') return;
    const other = action === 'send' ? 'receive' : 'send';
    const against = direction.evidence.filter(({ kind, points }) => kind !== 'verb' && points === other);
    if (against.length === 0) return;
    const has2x = verb === 'publish' || verb === 'subscribe';
    report(has2x ? keyOf(operation) : at(operation, 'action'), {
      verb,
      title: contract.info.title,
      action,
      other,
      words: `${against.map(inWords).join(' and ')} ${against.length === 1 ? 'says' : 'say'}`,
      edit: has2x ? editOf2x(verb, operationsOn(operation.channel)) : `write \`action: ${other}\``,
      where: against.map(({ kind }) => NAMES[kind]).join(' and the '),
    });
  },
});

const NAMES: Readonly<Record<DirectionEvidence['kind'], string>> = {
  verb: 'verb',
  'operation-id': 'operation’s id',
  summary: 'summary',
  description: 'description',
  settled: 'extension `x-portolan-direction`',
  'consumer-group': 'consumer group',
  'channel-key': 'channel’s key',
  address: 'address',
  'other-documents': 'counterparts',
  'other-verbs': 'neighbours',
  infrastructure: 'infrastructure',
};

function inWords({ kind, says }: DirectionEvidence): string {
  return `its ${kind === 'operation-id' ? 'id' : NAMES[kind]} (“${says}”)`;
}

function editOf2x(verb: 'publish' | 'subscribe', siblings: readonly Operation[]): string {
  const other = verb === 'publish' ? 'subscribe' : 'publish';
  if (siblings.length > 1) return `swap \`publish\` and \`subscribe\` of this channel, after looking at both`;
  return `write \`${other}\` in place of \`${verb}\``;
}
