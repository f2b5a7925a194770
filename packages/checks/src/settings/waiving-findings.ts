import type { FindingKind } from '@portolan/base';

const document = (more: string) => `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
${more}`;

/** Settings beside a document, and the document as it was in the revision that it is compared with. */
const compared = (settings: string, before = document('')) => ({
  'portolan.yaml': `version: 1\n${settings}`,
  'orders.yaml': document(''),
  'before/orders.yaml': before,
});

const returns = document('  returns:\n    address: orders.returns\n');

const waiver = (until: string) => `waivers:
  - change: CHANNEL_REMOVED returns
    owner: Order team
    reason: Nobody used it, as the broker says.
    until: ${until}
`;

export const WAIVER_EXPIRED: FindingKind = {
  code: 'WAIVER_EXPIRED',
  severity: 'warning',
  says: 'The waiver of {change} by {owner} ended on {until}.',
  why: 'A waiver is for a while: whoever wrote it wanted to be asked again.',
  help: 'Remove it when the change is merged. If it is still to come, set a later day on purpose.',
  bad: compared(waiver('2020-03-31'), returns),
  good: compared(waiver('2099-03-31'), returns),
};

export const WAIVER_UNUSED: FindingKind = {
  code: 'WAIVER_UNUSED',
  severity: 'info',
  says: 'The waiver of {change} is for no change there is.',
  why: 'It will hide the next such change, of which nobody then hears.',
  help: 'Remove it when the change is merged; else compare it with what `portolan check` tells.',
  bad: compared(waiver('2099-03-31')),
  good: compared(waiver('2099-03-31'), returns),
};

export const SIGN_OFF_UNUSED: FindingKind = {
  code: 'SIGN_OFF_UNUSED',
  severity: 'info',
  says: 'The sign-off of {change} for {consumer} by {team} settles nothing.',
  why: 'Either there is no such change, or it does not break that service, or the service belongs to another team: only its owner can sign off.',
  help: 'Remove it when the change is merged; else compare the change, the service and its owner with what `portolan check` tells.',
  bad: compared(`sign-offs:
  - change: CHANNEL_REMOVED returns
    consumer: Billing
    team: Payments
    on: 2026-01-15
    reason: Billing no longer listens.
`),
  good: compared(waiver('2099-03-31'), returns),
};
