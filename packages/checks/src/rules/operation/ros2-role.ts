import type { Action } from '@portolan/contract';
import { at } from '../../context.ts';
import { isMap } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Mower
  version: 1.0.0
channels:
  pose:
    address: /mower/pose
    messages:
      pose:
        payload:
          type: object
operations:
  sendPose:
    action: send
    channel:
      $ref: '#/channels/pose'
    bindings:
      ros2:
        role: publisher
        node: /mower
`;

/** ROS 2 bindings 0.1.0, Operation Binding Object: the roles of the side that sends and of the side that receives. */
const ROLES: Readonly<Record<Action, readonly string[]>> = {
  send: ['publisher', 'action_client', 'service_client'],
  receive: ['subscriber', 'action_server', 'service_server'],
};

export default rule({
  code: 'OPERATION_ROS2_ROLE',
  severity: 'error',
  says: 'Operation `{operation}` {action}s, but its ROS 2 role `{role}` is one of the other side.',
  why: 'The node would be started as the opposite of what the document says.',
  help: 'Use {roles}, or change the `action`.',
  source: 'AsyncAPI ROS 2 bindings 0.1.0, Operation Binding Object, role',
  bad: good.replace('role: publisher', 'role: subscriber'),
  good,
  operation(operation, { report }) {
    const { ros2 } = operation.bindings;
    const role = isMap(ros2) ? ros2.role : undefined;
    const { action } = operation;
    const opposite = ROLES[action === 'send' ? 'receive' : 'send'];
    if (typeof role !== 'string' || !opposite.includes(role)) return;
    const roles = ROLES[action].map(name => `\`${name}\``).join(', ');
    report(at(operation, 'bindings', 'ros2', 'role'), { operation: operation.id, action, role, roles });
  },
});
