import { expect, test } from 'vitest';
import { constraintsInWords } from './constraint.ts';

const words = (limits: Record<string, unknown>) =>
  constraintsInWords(Object.entries(limits).map(([name, value]) => ({ name, value })));

test.each([
  [{ minLength: 1, maxLength: 40 }, ['1 to 40 characters']],
  [{ minLength: 3, maxLength: 3 }, ['exactly 3 characters']],
  [{ minLength: 1 }, ['at least 1 character']],
  [{ minLength: 0 }, []],
  [{ maxLength: 12 }, ['at most 12 characters']],
  [{ pattern: '^[A-Z]{3}$' }, ['matches ^[A-Z]{3}$']],
  [{ minimum: 0, maximum: 100_000 }, ['0 to 100,000']],
  [{ minimum: 7, maximum: 7 }, ['exactly 7']],
  [{ exclusiveMinimum: 0 }, ['more than 0']],
  [{ minimum: 0, exclusiveMinimum: true, maximum: 5 }, ['more than 0 and at most 5']],
  [{ exclusiveMaximum: 1 }, ['less than 1']],
  [{ multipleOf: 0.01 }, ['a multiple of 0.01']],
  [{ minItems: 1, uniqueItems: true }, ['at least 1 item', 'no item twice']],
  [{ maxItems: 0 }, ['no items']],
  [{ minProperties: 1, maxProperties: 2 }, ['1 to 2 fields']],
  [{ additionalProperties: false }, ['no other fields']],
  [{ precision: 9, scale: 2 }, ['9 digits', '2 after the decimal point']],
  [{ patternProperties: ['^x-', '^y-'] }, ['names match ^x- or ^y-']],
  [{ aliases: ['sum'] }, ['also called sum']],
  [{ 'oneof method': ['card', 'invoice'] }, ['at most one of card and invoice (method)']],
  [{ if: { if: { required: ['iban'] }, else: false } }, ['when {"required":["iban"]}, otherwise false']],
  [
    { not: { required: ['a-rather-long-field-name', 'and-another-long-field-name'] } },
    ['limited by “not”, see the raw schema'],
  ],
] as const)('%j reads as %j', (limits, phrases) => {
  expect(words(limits)).toEqual(phrases);
});

test('a limit that nobody gave words to is shown as written, never dropped', () => {
  expect(words({ 'x-range': { from: 1 } })).toEqual(['x-range {"from":1}']);
});
