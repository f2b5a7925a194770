const CONSUMER = {
  service: 'billing',
  name: 'Billing',
  verdict: 'breaks',
  message: 'OrderPlaced',
  reason: 'it needs it',
};
/** A change that breaks a service. */
export const CHANGE = {
  id: 'SCHEMA_CHANGED OrderPlaced /properties/total',
  code: 'SCHEMA_CHANGED',
  verdict: 'breaking',
  says: 'The property `total` is gone.',
  help: 'Keep it.',
  subject: { kind: 'schema', name: 'OrderPlaced' },
  operations: [],
  messages: ['OrderPlaced'],
  differences: [],
  consumers: [CONSUMER],
};
/** What `portolan check --format json` prints of it. */
export const REPORT = {
  portolan: 'check/1',
  against: 'main',
  verdict: 'breaking',
  fails: true,
  says: 'Breaking for 1 of 1 consumer.',
  versions: [],
  consumers: { known: 1, broken: [{ name: 'Billing' }] },
  changes: {
    portolan: 'changes/1',
    documents: [{ title: 'Orders', after: { location: 'orders.yaml' }, changes: [CHANGE] }],
    summary: { documents: 1, changes: { breaking: 1, 'not-checked': 0, 'non-breaking': 0, editorial: 0 } },
  },
  findings: {
    portolan: 'findings/1',
    documents: [],
    summary: { documents: 0, clean: 0, findings: { error: 0, warning: 0, info: 0 } },
  },
};
/** What a pipeline sends. */
export const SENT = { source: 'orders', revision: 'abc1234', base: 'main', title: '#42 Less', report: REPORT };
