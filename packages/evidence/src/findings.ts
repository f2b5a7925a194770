import type { FindingKind } from '@portolan/base';

const good = `portolan: evidence/1
channels:
  orders.placed:
    senders: [orders]
`;

export const EVIDENCE_VALUE_WRONG: FindingKind = {
  code: 'EVIDENCE_VALUE_WRONG',
  severity: 'error',
  says: '{subject} should be {expected}.',
  why: 'What cannot be understood proves nothing, and is left out.',
  help: 'Write {expected} there. The how-to about evidence shows the whole form.',
  bad: { 'evidence.yaml': good.replace('[orders]', 'orders') },
  good: { 'evidence.yaml': good },
};

export const EVIDENCE_MEMBER_UNKNOWN: FindingKind = {
  code: 'EVIDENCE_MEMBER_UNKNOWN',
  severity: 'warning',
  says: '{subject} has no member `{member}`.{hint}',
  why: 'A member that nobody reads is most often a misspelt one, and what it says is lost.',
  help: 'Members are {members}.',
  bad: { 'evidence.yaml': good.replace('senders', 'sender') },
  good: { 'evidence.yaml': good },
};

/** Every kind of finding that reading evidence can make, beside those about the text itself. */
export const evidenceFindingKinds: readonly FindingKind[] = [EVIDENCE_VALUE_WRONG, EVIDENCE_MEMBER_UNKNOWN];
