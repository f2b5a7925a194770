import { expect, test } from 'vitest';
import { dayOf } from './day.ts';
import { deprecationIn } from './deprecation.ts';

test.each([
  ['2027-01-31', '2027-01-31'],
  ['2027-01-31T23:30:00-02:00', '2027-02-01'],
  ['Sun, 31 Jan 2027 23:59:59 GMT', '2027-01-31'],
  ['@1688169599', '2023-06-30'],
  ['2027-02-31', undefined],
  ['next spring', undefined],
  [20270131, undefined],
])('the day of %s is %s', (written, day) => {
  expect(dayOf(written)).toBe(day);
});

test.each([
  ['the flag of a schema', { deprecated: true }, {}],
  ['a flag of one’s own', { 'x-deprecated': true }, {}],
  ['a day as the flag', { 'x-deprecated': '2026-07-01' }, { since: '2026-07-01' }],
  ['a sunset alone', { 'x-sunset': '2027-01-31' }, { sunset: '2027-01-31' }],
  [
    'headers of HTTP',
    { 'x-deprecation': '@1688169599', 'x-sunset': 'Sun, 31 Jan 2027 23:59:59 GMT' },
    { since: '2023-06-30', sunset: '2027-01-31' },
  ],
  [
    'the object of xRegistry',
    {
      deprecated: {
        effective: '2026-07-01T00:00:00Z',
        removal: '2027-01-31T00:00:00Z',
        alternative: 'orders.v2',
        documentation: 'https://example.com/orders',
      },
    },
    {
      since: '2026-07-01',
      sunset: '2027-01-31',
      alternative: 'orders.v2',
      documentation: 'https://example.com/orders',
    },
  ],
  [
    'members one by one',
    { deprecated: true, 'x-sunset': '2027-01-31', 'x-replaced-by': 'total' },
    { sunset: '2027-01-31', alternative: 'total' },
  ],
  ['a day that is none', { deprecated: true, 'x-sunset': 'soon' }, { undated: ['x-sunset'] }],
])('a deprecation is read from %s', (_, members, expected) => {
  expect(deprecationIn(members)).toEqual(expected);
});

test('what is not deprecated says nothing', () => {
  for (const members of [{}, { deprecated: false }, { 'x-deprecated': false }, { description: 'deprecated' }])
    expect(deprecationIn(members)).toBeUndefined();
});
