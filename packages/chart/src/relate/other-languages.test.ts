import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';

/** An application that calls back at an address which its clients choose. */
function calling(title: string): string {
  const callbacks = { done: { '{$request.body#/url}': { post: { requestBody: { content: { 'text/plain': {} } } } } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title, version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths: { '/jobs': { post: { callbacks } } },
    webhooks: { changed: { post: {} } },
  });
}

test('webhooks and callbacks are on no server, and equal words in two documents are two channels', async () => {
  const chart = await chartOf({ 'a.json': calling('A'), 'b.json': calling('B') });
  expect(chart.channels.map(({ name, address, protocols, brokers }) => [name, address, protocols, brokers])).toEqual([
    ['changed', null, ['http'], []],
    ['changed', null, ['http'], []],
    ['done', '{$request.body#/url}', ['http'], []],
    ['done', '{$request.body#/url}', ['http'], []],
  ]);
  expect(chart.links.every(({ action, confidence }) => action === 'send' && confidence === 'stated')).toBe(true);
});

test('CloudEvents definitions and AsyncAPI meet at a topic', async () => {
  const registry = `name: Orders
endpoints:
  placed:
    usage: [producer]
    protocol: KAFKA
    protocoloptions: { endpoints: [{ bootstrap.servers: [kafka.example.com] }], topic: orders.placed }
    messages: { order.placed: { envelope: CloudEvents/1.0, envelopemetadata: {} } }
`;
  const billing = `asyncapi: 3.1.0
info: { title: Billing, version: 1.0.0 }
servers: { main: { host: 'kafka.example.com:9092', protocol: kafka } }
channels: { placed: { address: orders.placed, messages: { order.placed: {} } } }
operations: { bill: { action: receive, channel: { $ref: '#/channels/placed' } } }
`;
  const chart = await chartOf({ 'orders.xreg.yaml': registry, 'billing.yaml': billing });
  expect(chart.channels.map(({ address }) => address)).toEqual(['orders.placed']);
  expect(chart.messages.map(({ name }) => name)).toEqual(['order.placed']);
  expect(chart.links.map(({ service, action }) => `${service} ${action}s`).sort()).toEqual([
    'billing receives',
    'orders sends',
  ]);
});
