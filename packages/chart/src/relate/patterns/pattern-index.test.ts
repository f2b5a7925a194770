import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patternOf, readingsOf } from './pattern.ts';
import { createPatternIndex } from './pattern-index.ts';

/** Whether an address is one that a pattern of a protocol means; undefined when it takes in only some of it. */
function fits(family: string | undefined, pattern: string, address: string): boolean | undefined {
  const index = createPatternIndex<string>();
  const { grammar, levels } = patternOf(pattern, family);
  index.add(levels, pattern);
  const found = readingsOf(address, family)
    .filter(reading => reading.grammar === grammar)
    .flatMap(reading => index.fitting(reading.levels));
  if (found.length === 0) return false;
  return found.some(({ whole }) => whole) || undefined;
}

test.each([
  ['mqtt', 'sensors/+/temp', 'sensors/kitchen/temp', true],
  ['mqtt', 'sensors/+/temp', 'sensors/{id}/temp', true],
  ['mqtt', 'sensors/+/temp', 'sensors/a/b/temp', false],
  ['mqtt', 'sensors/kitchen/+', 'sensors/{room}/temp', undefined],
  ['mqtt', 'sensors/#', 'sensors', true],
  ['mqtt', 'sensors/#', 'sensors/a/b', true],
  ['mqtt', 'sensors+', 'sensorsx', false],
  ['mqtt', '$share/readers/sensors/+', 'sensors/a', true],
  ['mqtt', '#', '$SYS/uptime', false],
  ['mqtt', '$SYS/#', '$SYS/uptime', true],
  ['mqtt', 'sensors.+', 'sensors.a', false],
  ['amqp', 'orders.*', 'orders.placed', true],
  ['amqp', 'orders.*', 'orders', false],
  ['amqp', 'orders.#', 'orders', true],
  ['amqp', '#.error', 'shop.orders.error', true],
  ['amqp', 'a.#.b.#.c', 'a.x.b.c', true],
  ['nats', 'orders.>', 'orders', false],
  ['nats', 'orders.>', 'orders.placed.eu', true],
  ['nats', 'orders.*.eu', 'orders.placed.eu', true],
  ['nats', 'orders.+', 'orders.placed', false],
  ['kafka', 'orders.*', 'orders.placed.v1', true],
  ['kafka', 'orders.*', 'orders-old', false],
  ['kafka', '^orders\\..*', 'orders.placed', true],
  ['kafka', 'shop-.*', 'shop-orders', true],
  ['kafka', '.*\\.dlq$', 'orders.placed.dlq', true],
  ['kafka', '(orders|bills)\\..*', 'orders.placed', false],
  ['kafka', 'orders.*', '{env}.orders', undefined],
  ['kafka', 'orders.*', 'orders.{kind}', true],
  ['solace', 'orders/>', 'orders/a/b', true],
  ['solace', 'orders/ab*', 'orders/abc', true],
  ['redis', 'news:*', 'news:art:music', true],
  [undefined, 'sensors/+', 'sensors/a', true],
  [undefined, 'sensors.#', 'sensors.a', true],
  ['ws', 'orders/+', 'orders/a', false],
  ['ws', 'orders/{id}', 'orders/42', true],
  ['ws', 'orders/v{no}/x', 'orders/v2/x', true],
  ['ws', 'orders/{id}', 'orders/42/lines', false],
])('%s: %s takes in %s: %s', (family, pattern, address, expected) => {
  expect(fits(family, pattern, address)).toBe(expected);
});

test('a parameter with listed values is those values and no others', () => {
  const index = createPatternIndex<string>();
  index.add(patternOf('sensors/{room}/temp', 'mqtt', { room: ['kitchen', 'garage'] }).levels, 'rooms');
  const at = (address: string) => readingsOf(address, 'mqtt').flatMap(({ levels }) => index.fitting(levels));
  expect(at('sensors/garage/temp')).toEqual([{ value: 'rooms', whole: true, guess: false }]);
  expect(at('sensors/attic/temp')).toEqual([]);
  expect(at('sensors/{id}/temp')).toEqual([{ value: 'rooms', whole: false, guess: false }]);
});

/** Says whether an address fits a pattern by going through every way to do so, one word at a time. */
function bruteForce(pattern: readonly string[], address: readonly string[], words: Words): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return address.length === 0;
  if (first === words.many) return address.concat('').some((_, count) => bruteForce(rest, address.slice(count), words));
  if (first === words.rest) return address.length > 0 && rest.length === 0;
  const [word, ...others] = address;
  return word !== undefined && (first === words.one || first === word) && bruteForce(rest, others, words);
}

interface Words {
  readonly one: string;
  readonly many?: string;
  readonly rest?: string;
}

const FAMILIES: readonly [family: string, separator: string, words: Words][] = [
  ['mqtt', '/', { one: '+', many: '#' }],
  ['amqp', '.', { one: '*', many: '#' }],
  ['nats', '.', { one: '*', rest: '>' }],
];

const word = fc.constantFrom('a', 'b', 'c', '');
const address = fc.array(word, { minLength: 1, maxLength: 5 });

test.each(FAMILIES)('%s: the index finds exactly what trying every pattern finds', (family, separator, words) => {
  const wild = fc.constantFrom(...[words.one, words.many ?? words.one].filter(Boolean));
  const inner = fc.array(fc.oneof(word, wild), { minLength: 1, maxLength: 5 });
  // In MQTT and NATS what takes any number of levels stands last.
  const tail = words.rest ?? words.many;
  const pattern = fc
    .tuple(inner, fc.boolean())
    .map(([levels, ends]) => [
      ...(family === 'amqp' ? levels : levels.filter(level => level !== tail)),
      ...(ends && tail !== undefined ? [tail] : []),
    ])
    .filter(levels => levels.length > 0);
  fc.assert(
    fc.property(
      fc.array(pattern, { maxLength: 8 }),
      fc.array(address, { minLength: 1, maxLength: 8 }),
      (patterns, addresses) => {
        const index = createPatternIndex<string>();
        const texts = [...new Set(patterns.map(levels => levels.join(separator)))];
        for (const text of texts) index.add(patternOf(text, family).levels, text);
        for (const levels of addresses) {
          const found = readingsOf(levels.join(separator), family).flatMap(reading => index.fitting(reading.levels));
          const wanted = texts.filter(text => bruteForce(text.split(separator), levels, words));
          expect(found.map(({ value }) => value).sort()).toEqual(wanted.sort());
          expect(found.every(({ whole }) => whole)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each(FAMILIES)(
  '%s: an address takes in itself, and what takes in a pattern takes in what that takes in',
  (family, separator, words) => {
    const level = fc.oneof(word.filter(Boolean), fc.constantFrom('{x}', 'v{y}'));
    const levels = fc.array(level, { minLength: 1, maxLength: 4 });
    const widened = fc.tuple(levels, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }));
    fc.assert(
      fc.property(widened, fc.constantFrom('v1', 'a', 'zz'), ([own, open], value) => {
        const narrow = own.join(separator);
        const wide = own.map((text, at) => (open[at] ? words.one : text)).join(separator);
        const single = own.map(text => text.replace('{x}', value).replace('{y}', value)).join(separator);
        expect(fits(family, narrow, narrow)).toBe(true);
        expect(fits(family, wide, narrow)).toBe(true);
        expect(fits(family, narrow, single)).toBe(true);
        expect(fits(family, wide, single)).toBe(true);
      }),
    );
  },
);
