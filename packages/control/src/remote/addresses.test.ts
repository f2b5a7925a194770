import { expect, test } from 'vitest';
import { isPublic } from './addresses.ts';
import { isHost, isListed } from './hosts.ts';

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'localhost',
  '',
])('%s is not public', address => {
  expect(isPublic(address)).toBe(false);
});

test.each(['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
  '%s is public',
  address => {
    expect(isPublic(address)).toBe(true);
  },
);

test('a host is listed by its name, or below a name with an asterisk', () => {
  expect(isListed('schemas.example.com', ['schemas.example.com'])).toBe(true);
  expect(isListed('SCHEMAS.example.com.', ['Schemas.Example.com'])).toBe(true);
  expect(isListed('a.b.example.com', ['*.example.com'])).toBe(true);
  expect(isListed('example.com', ['*.example.com'])).toBe(false);
  expect(isListed('badexample.com', ['*.example.com'])).toBe(false);
  expect(isListed('example.com.evil.example', ['example.com', '*.example.com'])).toBe(false);
  expect(isListed('anything.example', ['*', '*.'])).toBe(false);
  expect(isListed('[::1]', ['::1'])).toBe(true);
  expect(isListed('[::1]', ['[0:0:0:0:0:0:0:1]'])).toBe(true);
  expect(isListed('127.0.0.1', ['2130706433'])).toBe(true);
  expect(isListed('xn--bcher-kva.example', ['bücher.example'])).toBe(true);
});

test('an entry of the list is a host and nothing else', () => {
  for (const host of ['example.com', '*.example.com', 'localhost', '10.0.0.1', '::1', '[::1]']) {
    expect(isHost(host), host).toBe(true);
  }
  for (const other of [
    '',
    '*',
    '*.',
    'https://example.com',
    'example.com/path',
    'a b',
    'me@example.com',
    'a:80',
    '*.*.b',
  ]) {
    expect(isHost(other), other).toBe(false);
  }
});
