import type { FindingKind } from '@portolan/base';

const orders = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
operations:
  onOrderPlaced:
    action: send
    channel: { $ref: '#/channels/placed' }
`;

const settled = (operation: string) => ({
  'portolan.yaml': `version: 1
directions:
  - at: orders.yaml
    operation: ${operation}
    action: send
    reason: The team says that it announces orders here.
`,
  'orders.yaml': orders,
});

export const DIRECTION_UNUSED: FindingKind = {
  code: 'DIRECTION_UNUSED',
  severity: 'warning',
  says: 'The direction of `{operation}` settles nothing: no document at `{at}` has such an operation.',
  why: 'Whoever wrote it believes that the chart goes by it. When an operation gets another name, its direction is a guess again.',
  help: 'Write the name that the operation has now, and the file that it stands in. If it is gone, remove the entry.',
  bad: settled('onOrderPlcaed'),
  good: settled('onOrderPlaced'),
};
