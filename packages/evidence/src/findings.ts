import type { FindingKind } from '@portolan/base';

const good = `portolan: evidence/1
channels:
  orders.placed:
    senders: [orders]
`;

const topic = (name: string) => `apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata: { name: ${name} }
`;

const mapped = (each: string) => `version: 1
evidence:
  - files: topics/*.yaml
    channels: { each: '${each}', address: name }
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

export const EVIDENCE_NOT_STATIC: FindingKind = {
  code: 'EVIDENCE_NOT_STATIC',
  severity: 'info',
  says: '{what} {verb} not read: what stands there is worked out elsewhere.',
  why: 'Portolan guesses no names. What a template, a variable or a function makes proves nothing here.',
  help: 'Give the variable a default, or say what is there in an `evidence.yaml`.',
  bad: { 'topic.yaml': topic('"{{ .Values.topic }}"') },
  good: { 'topic.yaml': topic('orders.placed') },
};

export const EVIDENCE_SYNTAX: FindingKind = {
  code: 'EVIDENCE_SYNTAX',
  severity: 'error',
  says: 'This cannot be read: {reason}.',
  why: 'What stands there proves nothing, and may be what something else needs to be understood.',
  help: 'Mend it there; `terraform validate` says more.',
  bad: { 'main.tf': 'resource "kafka_topic" "orders" {\n  name =\n}\n' },
  good: { 'main.tf': 'resource "kafka_topic" "orders" {\n  name = "orders.placed"\n}\n' },
};

export const EVIDENCE_MAPPING_MISSES: FindingKind = {
  code: 'EVIDENCE_MAPPING_MISSES',
  severity: 'warning',
  says: 'There is nothing at `{path}` in {subject}.',
  why: 'The file fits a pattern of `evidence` in `portolan.yaml`, and the paths there lead to nothing in it, so it says nothing.',
  help: 'Make `{member}` in `portolan.yaml` lead to what is in the file, or narrow `files`.',
  bad: {
    'portolan.yaml': mapped('queues[]'),
    'topics/orders.yaml': 'topics: [{ name: orders.placed }]\n',
  },
  good: {
    'portolan.yaml': mapped('topics[]'),
    'topics/orders.yaml': 'topics: [{ name: orders.placed }]\n',
  },
};

export const EVIDENCE_MAPPING_UNUSED: FindingKind = {
  code: 'EVIDENCE_MAPPING_UNUSED',
  severity: 'warning',
  says: 'No file beside the documents fits `{files}`.',
  why: 'The files may have moved, and what they said is missing on the chart.',
  help: 'Write the pattern relative to the folder of `portolan.yaml`, or remove the entry. AsyncAPI documents are never read as evidence.',
  bad: { 'portolan.yaml': mapped('topics[]'), 'topic/orders.yaml': 'topics: [{ name: orders.placed }]\n' },
  good: { 'portolan.yaml': mapped('topics[]'), 'topics/orders.yaml': 'topics: [{ name: orders.placed }]\n' },
};

/** Every kind of finding that reading evidence can make, beside those about the text itself. */
export const evidenceFindingKinds: readonly FindingKind[] = [
  EVIDENCE_VALUE_WRONG,
  EVIDENCE_MEMBER_UNKNOWN,
  EVIDENCE_NOT_STATIC,
  EVIDENCE_SYNTAX,
  EVIDENCE_MAPPING_MISSES,
  EVIDENCE_MAPPING_UNUSED,
];
