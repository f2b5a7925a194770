import { expect, test } from 'vitest';
import { conforms } from '../conformance/suite.ts';
import { evidenceYaml } from './evidence-yaml.ts';

const text = `portolan: evidence/1
broker: kafka://kafka.example.com:9092
complete: true
channels:
  orders.placed:
    owner: sales
    senders: [orders]
    receivers: [billing, User:fulfilment]
  orders.cancelled:
services:
  Fulfilment: { names: [User:fulfilment] }
`;

conforms(evidenceYaml, {
  location: 'kafka.evidence.yaml',
  text,
  says: [
    'channel orders.cancelled',
    'channel orders.placed',
    'owner orders.placed sales',
    'orders send orders.placed',
    'billing receive orders.placed',
    'User:fulfilment receive orders.placed',
    'Fulfilment is User:fulfilment',
  ],
});

const read = (written: string) => evidenceYaml.read('evidence.yaml', written);

test('a broker, completeness and other names of services are read', () => {
  expect(read(text).evidence).toMatchObject({
    broker: 'kafka://kafka.example.com:9092',
    complete: true,
    aliases: [{ service: 'Fulfilment', name: 'User:fulfilment' }],
  });
});

test('what cannot be understood is a finding with its line, and the rest is read', () => {
  const { evidence, findings } = read(text.replace('[orders]', 'orders').replace('receivers', 'recievers'));
  expect(findings).toMatchObject([
    { code: 'EVIDENCE_VALUE_WRONG', range: { start: { line: 7 } } },
    {
      code: 'EVIDENCE_MEMBER_UNKNOWN',
      message: '`channels/orders.placed` has no member `recievers`. Did you mean `receivers`?',
      range: { start: { line: 8 } },
    },
  ]);
  expect(evidence?.channels).toHaveLength(2);
  expect(evidence?.uses).toEqual([]);
});

test('a file that is damaged is not complete, whatever it says', () => {
  expect(read(text.replace('[orders]', 'orders')).evidence?.complete).toBe(false);
});

test.each([
  ['no form', 'channels: {}\n'],
  ['another form', 'portolan: evidence/9\nchannels: {}\n'],
  ['no channels', 'portolan: evidence/1\n'],
])('a file with %s is no evidence', (_, written) => {
  const { evidence, findings } = read(written);
  expect(evidence).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'EVIDENCE_VALUE_WRONG' }]);
});

test('a password in the address of the broker is refused and not kept', () => {
  const { evidence, findings } = read(text.replace('kafka://', 'kafka://admin:secret@'));
  expect(findings).toMatchObject([{ code: 'EVIDENCE_VALUE_WRONG' }]);
  expect(JSON.stringify({ evidence, findings })).not.toContain('secret');
});
