import { either, flag, listOf, may, must, named, nothing, object, oneOf, text } from '../kinds.ts';
import { protocol } from './protocol.ts';

const property = object('JMS property', {
  name: must(text, 'Its name.'),
  value: must(either(text, flag, { is: 'number' }, nothing), 'Its value.'),
});

const headers = may(named('PropertiesSchema'), 'What the protocol headers look like.');
const destination = may(text, 'The destination, where it differs from the address.');

export const jms = protocol('JMS', ['0.0.1'], {
  server: {
    jmsConnectionFactory: must(text, 'The class of the connection factory.'),
    properties: may(listOf(property), 'Settings of the connection factory.'),
    clientID: may(text, 'The id of the client.'),
  },
  channel: { destination, destinationType: may(oneOf('queue', 'fifo-queue'), 'What the destination is.') },
  message: { headers },
});

export const anypointMq = protocol('Anypoint MQ', ['0.0.1', '0.1.0'], {
  channel: { destination, destinationType: may(oneOf('exchange', 'queue', 'fifo-queue'), 'What the destination is.') },
  message: { headers },
});
