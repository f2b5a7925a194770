import { expect, test } from 'vitest';
import { maskSecrets, secretsIn, withoutSecrets } from './secrets.ts';

// Written in two halves, so that no scanner takes this file for a leak.
const awsKey = `AKIA${'QYLPMN5HHHFPZAM2'}`;

test.each([
  ['an AWS access key', `key: ${awsKey}`],
  ['a GitHub token', `ghp_${'a1B2'.repeat(9)}`],
  ['a Slack token', `xoxb-${'1234567890-'.repeat(2)}abc`],
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
  ['a password in a URL', 'amqp://guest:s3cret@broker.example.com'],
])('finds %s', (kind, text) => {
  expect(secretsIn(text).map(secret => secret.kind)).toEqual([kind]);
});

test.each([
  'amqp://{user}:{password}@broker.example.com',
  'amqp://user:<password>@broker.example.com',
  'https://example.com:8443/a@b',
  'password: correct horse battery staple',
  'AKIA is how they begin',
  'AKIAIOSFODNN7EXAMPLE',
  '{"id": "0f8fad5b-d9cb-469f-a165-70867728950e"}',
])('takes %s for what it is: no secret', text => {
  expect(secretsIn(text)).toEqual([]);
});

test('masks every secret at its length, so that columns stay true', () => {
  const text = `a ${awsKey} b amqp://guest:s3cret@example.com`;
  expect(maskSecrets(text)).toBe('a AKIA**************** b amqp://guest:******@example.com');
  expect(maskSecrets(text)).toHaveLength(text.length);
});

test('masks a private key with all its lines, and keeps the lines', () => {
  const [first, last] = ['-----BEGIN PRIVATE', '-----END PRIVATE'].map(words => `  ${words} KEY-----`);
  const text = `key: |\n${first}\n  MIIEvQ+/=\n${last}\nb: c\n`;
  const [, begin, body, end, after] = maskSecrets(text).split('\n');
  expect([begin, body, end, after]).toEqual([
    '  ----****** ******* ********',
    '  *********',
    '  ******** ******* ********',
    'b: c',
  ]);
});

test('masks the secrets inside a value, and leaves everything else as it is', () => {
  const value = { url: 'amqp://guest:s3cret@example.com', list: [awsKey, 1, null], more: { yes: true } };
  expect(withoutSecrets(value)).toEqual({
    url: 'amqp://guest:******@example.com',
    list: ['AKIA****************', 1, null],
    more: { yes: true },
  });
});
