import { expect, test } from 'vitest';
import { documentKindOf } from './document-kind.ts';

test.each([
  ['asyncapi: 3.1.0\n', 'asyncapi'],
  ['openapi: 3.1.0\nwebhooks:\n  placed: {}\n', 'openapi'],
  ['openapi: 3.0.3\nx-webhooks:\n  placed: {}\n', 'openapi'],
  ['{\n  "openapi": "3.1.0",\n  "webhooks": {}\n}', 'openapi'],
  ['{"openapi":"3.1.0","info":{},"webhooks":{"a":{}}}', 'openapi'],
  [
    "openapi: 3.0.3\npaths:\n  /a:\n    post:\n      callbacks:\n        done:\n          '{$request.body#/url}': {}\n",
    'openapi',
  ],
  ['specversion: 1.0-rc4\nmessagegroups: {}\n', 'cloudevents'],
  ['{\n  "endpoints": {\n    "a": { "usage": ["producer"], "envelope": "CloudEvents/1.0" }\n  }\n}', 'cloudevents'],
])('%j is %s', (text, kind) => {
  expect(documentKindOf(text)).toBe(kind);
});

test.each([
  'openapi: 3.1.0\npaths: {}\n',
  'openapi: 3.1.0\npaths:\n  /a: {}\ncomponents:\n  schemas:\n    A:\n      properties:\n        callbacks: { type: array }\n        webhooks: {}\n',
  "swagger: '2.0'\n",
  'apiVersion: v1\nkind: Endpoints\nendpoints: []\n',
  'services:\n  api:\n    openapi: true\n',
])('what is ordinary is left alone: %j', text => {
  expect(documentKindOf(text)).toBeUndefined();
});

test('of the beginning of a file it says when the rest decides', () => {
  expect(documentKindOf('openapi: 3.1.0\npaths:\n', false)).toBe('more');
  expect(documentKindOf('schemagroups:\n', false)).toBe('more');
  expect(documentKindOf('kind: Pod\n', false)).toBeUndefined();
});
