import { expect, test } from 'vitest';
import { compare } from './compare.ts';

const lookups = { writer: () => undefined, reader: () => undefined };
const source = (format: string, definition: unknown) => ({ id: format, format, definition });

test('one language is compared by its own rules', () => {
  const answer = compare(source('avro', 'int'), source('avro', 'string'), lookups, { profile: 'avro' });
  expect(answer).toMatchObject({
    verdict: 'incompatible',
    differences: [{ code: 'TYPE_CHANGED', says: 'the message is written as int, and the reader expects string' }],
    witness: { message: 1, effect: 'refused' },
  });
});

test('two languages, and one that nobody reads here, are not checked, and never compatible', () => {
  expect(compare(source('avro', 'int'), source('raml', ''), lookups).verdict).toBe('not-checked');
  const unread = compare(source('raml', ''), source('raml', ''), lookups);
  expect(unread).toMatchObject({ verdict: 'not-checked', notCompared: [{ reason: expect.stringContaining('raml') }] });
});

test('Protobuf is compared by the numbers of its fields', () => {
  const text = (number: number) => `syntax = "proto3"; message Order { string id = ${number}; }`;
  expect(compare(source('protobuf', text(1)), source('protobuf', text(2)), lookups)).toMatchObject({
    verdict: 'incompatible',
    differences: [{ code: 'PROPERTY_RENUMBERED', witness: { message: { id: 'text' }, effect: 'lost' } }],
  });
});
