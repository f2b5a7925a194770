import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { filesOf } from '../marked.test-support.ts';
import { documentSymbols } from './symbols.ts';

function outlined(text: string): string[] {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name}${detail ? ` (${detail})` : ''}`,
      ...lines(children, `${indent}  `),
    ]);
  const files = filesOf({ 'a.yaml': text, 'user.yaml': 'x: {$ref: a.yaml#/Money}' });
  return lines(documentSymbols(files, 'a.yaml'), '');
}

test('servers, channels with their messages, operations and components', () => {
  const text = `asyncapi: 3.1.0
info: {title: Orders, version: 1.0.0}
servers: {production: {host: kafka.example.com, protocol: kafka}}
channels:
  orders:
    address: orders.placed
    messages:
      placed: {$ref: '#/components/messages/placed'}
operations:
  sendPlaced: {action: send}
components:
  messages:
    placed: {name: OrderPlaced}
  schemas:
    Order: {type: object}
`;
  expect(outlined(text)).toEqual([
    'info (Orders)',
    'servers',
    '  production (kafka.example.com)',
    'channels',
    '  orders (orders.placed)',
    '    placed (#/components/messages/placed)',
    'operations',
    '  sendPlaced (send)',
    'components',
    '  messages',
    '    placed (OrderPlaced)',
    '  schemas',
    '    Order (object)',
  ]);
});

test('operations stand in their channel in 2.x', () => {
  expect(outlined('asyncapi: 2.6.0\nchannels:\n  orders:\n    publish: {operationId: takeOrder}\n')).toEqual([
    'channels',
    '  orders',
    '    publish (takeOrder)',
  ]);
});

test('a part shows what others can refer to, and damaged text what is left', () => {
  expect(outlined('Money:\n  type: object\nAddress: {}\n')).toEqual(['Money', 'Address']);
  expect(outlined('asyncapi: 3.1.0\nchannels:\n  orders:\n    addr\n  pay')).toEqual(['channels', '  orders', '  pay']);
  expect(outlined('')).toEqual([]);
});

test('a file that is no document, and that nothing refers to, is left to others', () => {
  expect(documentSymbols(filesOf({ 'other.yaml': 'kind: Deployment\n' }), 'other.yaml')).toEqual([]);
});
