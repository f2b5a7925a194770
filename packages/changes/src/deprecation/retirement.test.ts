import { expect, test } from 'vitest';
import { diff } from '../diff.ts';
import { edited, ORDERS } from '../kinds/example.ts';
import { contractOf } from '../test-support.ts';
import { retirementOf } from './retirement.ts';

const RETURNS = `  returns:
    address: returns
    messages: { returned: { payload: { type: object } } }
operations:
`;
const RECEIVE = `  receiveReturns: { action: receive, channel: { $ref: '#/channels/returns' } }
components:
`;
const WITH_RETURNS = edited(ORDERS, ['operations:\n', RETURNS], ['components:\n', RECEIVE]);

/** What is told of the removals between two documents, as `code: sentence`. */
async function told(before: string, after: string, today = '2026-11-21') {
  const [left, right] = [await contractOf(before), await contractOf(after)];
  return diff(left, right).map(change => {
    const retirement = retirementOf(change, left, today);
    return `${change.code}: ${retirement ? `${retirement.says}${retirement.passed ? ' (passed)' : ''}` : 'nothing'}`;
  });
}

test('what was never deprecated is told of as before', async () => {
  expect(await told(WITH_RETURNS, ORDERS)).toEqual(['CHANNEL_REMOVED: nothing']);
});

test.each([
  ['2026-11-20', 'Its sunset, 2026-11-20, has come. (passed)'],
  ['2026-11-21', 'Its sunset, 2026-11-21, has come. (passed)'],
  ['2026-11-22', 'It was announced to stay until 2026-11-22, and that day is still to come.'],
  ['soon', 'It was deprecated, but nobody said until when it stays.'],
])('a channel with the sunset %s', async (sunset, says) => {
  const before = WITH_RETURNS.replace('    address: returns\n', `    address: returns\n    x-sunset: ${sunset}\n`);
  expect(await told(before, ORDERS)).toEqual([`CHANNEL_REMOVED: ${says}`]);
});

test.each([
  ['its operations', "{ action: receive, channel: { $ref: '#/channels/returns' } }"],
  ['its messages', '{ payload: { type: object } }'],
])('a channel ends with all of %s', async (_, written) => {
  const before = edited(WITH_RETURNS, [written, `${written.slice(0, -2)}, x-deprecated: { sunset: 2026-01-31 } }`]);
  expect(await told(before, ORDERS)).toEqual(['CHANNEL_REMOVED: Its sunset, 2026-01-31, has come. (passed)']);
});

test('an operation ends as its channel does, and a message by itself', async () => {
  const operation = edited(
    WITH_RETURNS,
    ['    address: returns\n', '    address: returns\n    x-sunset: 2027-01-31\n'],
    ['components:\n', "  sendReturns: { action: send, channel: { $ref: '#/channels/returns' } }\ncomponents:\n"],
  );
  const without = operation.replace(/ {2}sendReturns.*\n/, '');
  expect(await told(operation, without)).toEqual([
    'OPERATION_REMOVED: It was announced to stay until 2027-01-31, and that day is still to come.',
  ]);
  const message = edited(ORDERS, ['    cancelled:\n', '    cancelled:\n      deprecated: true\n']);
  const gone = ORDERS.replace("      cancelled: { $ref: '#/components/messages/cancelled' }\n", '');
  expect(await told(message, gone)).toContain(
    'MESSAGE_REMOVED: It was deprecated, but nobody said until when it stays.',
  );
});

test('a field of JSON Schema and one of Avro say for themselves until when they stay', async () => {
  const json = edited(ORDERS, [
    'reason: { type: string }',
    'reason: { type: string, deprecated: true, x-sunset: 2026-01-31 }',
  ]);
  expect(await told(json, ORDERS.replace(', properties: { reason: { type: string } }', ', properties: {}'))).toEqual([
    'SCHEMA_CHANGED: Its sunset, 2026-01-31, has come. (passed)',
  ]);
  const avro = edited(ORDERS, ['{ name: amount, type: long }', '{ name: amount, type: long, x-sunset: 2027-01-31 }']);
  expect(await told(avro, ORDERS.replace(/ *- \{ name: amount, type: long \}\n/, ''))).toEqual([
    'SCHEMA_CHANGED: It was announced to stay until 2027-01-31, and that day is still to come.',
  ]);
});

const SUMMARY = '    summary: Tells';

test.each([
  ['', 'x-sunset: 2027-01-31', 'non-breaking', 'is deprecated now and stays until 2027-01-31.'],
  ['x-deprecated: true', 'x-sunset: 2027-01-31', 'non-breaking', 'stays until 2027-01-31.'],
  ['x-sunset: 2027-01-31', 'x-sunset: 2027-06-30', 'non-breaking', 'stays until 2027-06-30, later than 2027-01-31.'],
  [
    'x-sunset: 2027-01-31',
    'x-sunset: 2026-12-31',
    'breaking',
    'stays until 2026-12-31, and no longer until 2027-01-31.',
  ],
  ['x-sunset: 2027-01-31', 'x-deprecated: true', 'breaking', 'no longer says that it stays until 2027-01-31.'],
  ['x-sunset: 2027-01-31', '', 'non-breaking', 'is no longer deprecated.'],
  ['x-deprecated: true', 'x-alternative: sendAll', 'editorial', 'is deprecated as before, in other words.'],
])('from “%s” to “%s”, a deprecation changes', async (from, to, verdict, says) => {
  const written = (member: string) => (member === '' ? ORDERS : edited(ORDERS, [SUMMARY, `    ${member}\n${SUMMARY}`]));
  const changes = diff(await contractOf(written(from)), await contractOf(written(to)));
  expect(changes).toMatchObject([
    { code: 'DEPRECATION_CHANGED', verdict, says: `The operation \`sendOrders\` ${says}` },
  ]);
});
