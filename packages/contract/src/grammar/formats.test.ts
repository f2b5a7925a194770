import { expect, test } from 'vitest';
import { FORMATS, type FormatName } from './formats.ts';

const texts: Record<FormatName, { good: string[]; bad: string[] }> = {
  version: { good: ['2.0.0', '3.1.0', '2.0.0-rc1'], bad: ['2.0', '3', 'v3.0.0', ''] },
  uri: { good: ['urn:example:com:orders', 'https://example.com/orders'], bad: ['orders', 'not a uri', 'urn:a b', ''] },
  url: {
    good: ['https://example.com', 'http://localhost:8080/terms?x=1#y', 'mailto:orders@example.com'],
    bad: [
      '/terms',
      'example.com',
      'example.com:8080/terms',
      'https://',
      'https:///terms',
      'https://example.com/a b',
      '',
    ],
  },
  email: {
    good: ['orders@example.com', 'orders+urgent@localhost', 'Bestellungen@bücher.example'],
    bad: ['orders', '@example.com', 'orders@', 'Orders <orders@example.com>', 'a@b@c'],
  },
  mediaType: {
    good: ['application/json', 'application/vnd.example+json; charset=utf-8', 'text/plain;format="a b"', 'avro/binary'],
    bad: ['json', 'application/*', '*/*', 'application/', '/json', 'application/json charset=utf-8', ''],
  },
  runtimeExpression: {
    good: ['$message.header#/correlationId', '$message.payload#/a/0/b~1c', '$message.payload', '$message.header#'],
    bad: ['$message.body#/id', 'header#/id', '$message.header/id', '$message.header#id', '$message.header#/a~2'],
  },
  uriTemplate: {
    good: ['orders.placed', 'orders/{orderId}/placed', '/a/{order-id}', 'a/+/#', 'größe'],
    bad: ['orders placed', 'orders/{orderId', 'orders/orderId}', 'orders/{}', 'a/{{b}}', ''],
  },
  componentKey: { good: ['order-placed', 'Order_1.v2'], bad: ['order placed', 'orders/placed', 'größe', ''] },
  name: { good: ['order-id', 'order_1'], bad: ['order.id', 'order id', ''] },
  extension: { good: ['x-owner', 'x-a.b_c-1'], bad: ['x-', 'x-a b', 'X-owner', 'owner'] },
  avroName: { good: ['string', 'com.example.OrderPlaced'], bad: ['{"type":"record"}', '', 'a..b', '1a'] },
};

const cases = Object.entries(texts).flatMap(([name, { good, bad }]) => [
  ...good.map(text => ({ name: name as FormatName, text, fits: true })),
  ...bad.map(text => ({ name: name as FormatName, text, fits: false })),
]);

test.each(cases)('$name: "$text" → $fits', ({ name, text, fits }) => {
  expect(FORMATS[name].test(text)).toBe(fits);
});

test.each(Object.entries(FORMATS))('the example of %s is one', (_, format) => {
  expect(format.test(format.like)).toBe(true);
});
