import { integerFrom, may, must, object, oneOf, text } from '../kinds.ts';
import { protocol } from './protocol.ts';

const time = integerFrom(-1);

const qosPolicies = object('ROS 2 quality of service', {
  // The JSON Schema of 0.1.0 spells it `realiable`; documents that follow it are right by their tools.
  reliability: may(oneOf('best_effort', 'reliable', 'realiable'), 'Whether messages may be lost.'),
  history: may(oneOf('keep_last', 'keep_all', 'unknown'), 'What is kept for slow readers.'),
  durability: may(oneOf('transient_local', 'volatile'), 'What late joiners get.'),
  lifespan: may(time, 'How long a message is fresh; -1 is for ever.'),
  deadline: may(time, 'The longest time between messages; -1 is for ever.'),
  liveliness: may(oneOf('automatic', 'manual'), 'How a sender shows that it is alive.'),
  leaseDuration: may(time, 'How long a sender may be silent; -1 is for ever.'),
});

export const ros2 = protocol('ROS 2', ['0.1.0'], {
  server: {
    rmwImplementation: may(text, 'The middleware: `rmw_fastrtps_cpp` …'),
    domainId: may(integerFrom(0, 231), 'The domain, which keeps groups of computers apart.'),
  },
  operation: {
    role: must(
      oneOf('publisher', 'action_client', 'service_client', 'subscriber', 'action_server', 'service_server'),
      'What the node is in this operation.',
    ),
    node: must(text, 'The name of the node.'),
    qosPolicies: may(qosPolicies, 'The quality of service.'),
  },
});
