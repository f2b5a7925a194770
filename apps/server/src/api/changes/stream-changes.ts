import { faults } from '../../faults.ts';
import { mayStill } from '../../http/recognise.ts';
import { record } from '../../http/record.ts';
import type { ChartEvent } from '../../port.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';

export const streamChanges = operation({
  id: 'streamChanges',
  path: '/api/v1/events',
  summary: 'Tells when the chart or a document changed',
  description:
    'Server-sent events of the type `chart`, each with a ChartEvent as its data and the sequence number as its id. A ' +
    'client that comes back with `Last-Event-ID` after it missed something is told the present state at once; missed ' +
    'events are not repeated one by one. A comment is sent every 15 seconds.',
  tag: 'Changes',
  about: 'process',
  needs: 'read',
  parameters: {},
  answer: {
    description: 'A stream that does not end. Each `data` is a ChartEvent.',
    type: 'text/event-stream',
    schema: ref('ChartEvent'),
  },
  faults: [faults.BUSY, faults.LOADING],
  run(_, { serving, request, reply }) {
    const catalog = serving.catalog();
    if (!catalog) throw faults.LOADING();
    const { digest, sequence } = catalog.snapshot();
    const last = request.headers['last-event-id'];
    const first: ChartEvent = { digest, sequence, documents: [] };
    const missed = last === undefined || last === String(sequence) ? undefined : first;
    serving.streams.open(reply.raw, missed, () => mayStill(request, serving, 'read'));
    reply.hijack();
    // Fastify lets go of what it does not answer itself.
    reply.raw.on('close', () => record(serving, request, 200, reply.elapsedTime));
  },
});
