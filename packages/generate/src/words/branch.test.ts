import type { Shape } from '@portolan/schema';
import { expect, test } from 'vitest';
import { eachOf, fieldPath, insideOf } from './branch.ts';

const text: Shape = { kind: 'string', type: 'string', constraints: [] };
const object = (members: Record<string, Shape>): Shape => ({
  kind: 'object',
  type: 'object',
  constraints: [],
  properties: Object.entries(members).map(([name, shape]) => ({ name, required: false, shape })),
});
const list = (items: Shape): Shape => ({ kind: 'list', type: 'array', constraints: [], items });
const map = (items: Shape): Shape => ({ kind: 'map', type: 'map', constraints: [], items });
const paths = (shape: Shape, path = '') => insideOf(shape, path).branches.map(branch => branch.path);

test('members are joined by dots', () => {
  expect(paths(object({ id: text }))).toEqual(['id']);
  expect(paths(object({ id: text }), 'order')).toEqual(['order.id']);
});

test('a list of objects shows the members of its items, and so does a map of objects', () => {
  expect(paths(list(object({ sku: text })), 'items')).toEqual(['items[].sku']);
  expect(paths(map(object({ price: text })), 'offers')).toEqual(['offers{}.price']);
});

test('a list of plain values has nothing inside, but what each value is like can be said', () => {
  expect(paths(list(text), 'tags')).toEqual([]);
  expect(eachOf(list(text))).toBe(text);
  expect(eachOf(list(object({ sku: text })))).toBeUndefined();
});

test('alternatives are opened when there is more to say of one than its type', () => {
  const union = (...variants: Shape[]): Shape => ({
    kind: 'union',
    type: 'string | integer',
    constraints: [],
    variants,
  });
  expect(insideOf(union(text, { ...text, kind: 'integer', type: 'integer' }), '').variants).toEqual([]);
  expect(insideOf(union(text, object({ id: text })), '').variants).toHaveLength(2);
  expect(insideOf(union(text, { ...text, format: 'uuid' }), '').variants).toHaveLength(2);
});

test('a tuple names its items by their place', () => {
  const pair: Shape = { ...object({ 0: text, 1: text }), kind: 'list' };
  expect(paths(pair, 'point')).toEqual(['point[0]', 'point[1]']);
});

test('fields without a name of their own stand after the named ones', () => {
  expect(paths({ ...object({ id: text }), items: text }, 'labels')).toEqual(['labels.id', 'labels{}']);
});

test('the chart names a list of plain values by the list and a map of them by its values', () => {
  expect(fieldPath(list(text), 'tags')).toBe('tags');
  expect(fieldPath(map(text), 'labels')).toBe('labels{}');
});
