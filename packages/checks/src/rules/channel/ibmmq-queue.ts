import { at } from '../../context.ts';
import { isMap } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: ORDERS.PLACED
    bindings:
      ibmmq:
        destinationType: queue
        queue:
          objectName: ORDERS.PLACED
`;

export default rule({
  code: 'CHANNEL_IBMMQ_QUEUE',
  severity: 'error',
  says: 'The IBM MQ binding of channel `{channel}` says that it is a queue, but does not describe the queue.',
  why: 'The name of the queue stands only there; the address of the channel is not used for it.',
  help: 'Add `queue` with its `objectName`, or write `destinationType: topic`.',
  source: 'AsyncAPI IBM MQ bindings 0.1.0, Channel Binding Object, queue',
  bad: good.slice(0, good.indexOf('        queue:')),
  good,
  channel(channel, { report }) {
    const { ibmmq } = channel.bindings;
    if (!isMap(ibmmq) || ibmmq.destinationType !== 'queue' || ibmmq.queue !== undefined) return;
    report(at(channel, 'bindings', 'ibmmq', 'destinationType'), { channel: channel.id });
  },
});
