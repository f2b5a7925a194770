import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { lint, rule, rulesOf, withRanges } from './index.ts';

const text = `asyncapi: 3.1.0
info:
  title: Orders
  version: one
channels:
  placed:
    address: orders?x=1
`;

const { contract, locate } = await readText('orders.yaml', text, () => undefined);
if (!contract) throw new Error('unreadable');

const broken = rule({
  code: 'CHANNEL_BROKEN',
  severity: 'info',
  says: 'Channel `{channel}` was seen.',
  why: 'To be seen.',
  help: 'None.',
  bad: text,
  good: '',
  channel(channel, { report }) {
    report(channel, { channel: channel.id });
    throw new Error('out of luck');
  },
});

test('a rule that throws keeps what it found, hides no other rule, and is itself an error', async () => {
  const others = rulesOf('recommended').filter(({ code }) => code === 'CHANNEL_ADDRESS_QUERY');
  const findings = await lint(contract, [broken, ...others]);
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'info CHANNEL_BROKEN',
    'error CHECKS_RULE_FAILED',
    'error CHANNEL_ADDRESS_QUERY',
  ]);
  expect(findings[1]?.message).toBe('The rule CHANNEL_BROKEN failed on this document: out of luck.');
});

test('findings get the range of the text they are about, and are sorted by it', async () => {
  const findings = withRanges(await lint(contract), locate);
  expect(findings.map(({ code, range }) => `${range?.start.line}:${range?.start.column} ${code}`)).toEqual([
    '2:1 INFO_DESCRIPTION_MISSING',
    '2:1 INFO_OWNER_MISSING',
    '4:12 INFO_VERSION_NOT_SEMANTIC',
    '5:1 DOCUMENT_WITHOUT_OPERATIONS',
    '7:14 CHANNEL_ADDRESS_QUERY',
  ]);
});

test('the strict set holds everything that is recommended, and more', () => {
  expect(rulesOf('strict')).toEqual(expect.arrayContaining([...rulesOf('recommended')]));
  expect(rulesOf('strict').length).toBeGreaterThan(rulesOf('recommended').length);
});

test('an unknown set is refused with the names there are', () => {
  expect(() => rulesOf('lax')).toThrow(
    expect.objectContaining({ code: 'CHECKS_SET_UNKNOWN', help: 'Choose one of: recommended, strict.' }),
  );
});

test('what a finding quotes from the document holds no secret', async () => {
  const secret = `AKIA${'QYLPMN5HHHFPZAM2'}`;
  const read = await readText('a.yaml', text.replace('x=1', `key=${secret}`), () => undefined);
  const [finding] = await lint(
    read.contract as typeof contract,
    rulesOf('recommended').filter(it => it.code === 'CHANNEL_ADDRESS_QUERY'),
  );
  expect(finding?.message).toContain('AKIA****************');
  expect(finding?.message).not.toContain(secret);
});
