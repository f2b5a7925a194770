import { may, shortText } from '../kinds.ts';
import { protocol } from './protocol.ts';

export const nats = protocol('NATS', ['0.1.0'], {
  operation: { queue: may(shortText(255), 'The queue group that shares the messages.') },
});
