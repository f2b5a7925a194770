import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VERDICTS } from '@portolan/changes';
import { changesJsonSchema, printJson, reportOf } from '@portolan/review';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DIFF_FORMATS, FAIL_ON } from '../commands/diff.ts';
import { compareSides } from './compared.ts';
import { nameConsumers } from './consumers.ts';
import { findingsOf } from './findings.ts';
import { printMarkdown } from './print-markdown.ts';
import { printText } from './print-text.ts';
import { filesAt } from './side.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-revisions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const FIELDS = ['id', 'amount', 'currency', 'note', 'state'];

/** A document that sends or receives an order with some of the fields. */
function document(
  title: string,
  action: string,
  fields: readonly string[],
  types: Record<string, string> = {},
): string {
  const properties = fields.map(field => `${field}: { type: ${types[field] ?? 'string'} }`);
  return `asyncapi: 3.1.0
info: { title: ${JSON.stringify(title)}, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages: { placed: { payload: { type: object, required: [${fields.join(', ')}], properties: { ${properties.join(', ')} } } } }
operations: { orders: { action: ${action}, channel: { $ref: '#/channels/orders' } } }
`;
}

async function compared(before: string, after: string, others: Record<string, string> = {}) {
  const sides = [await filesAt(put('before.yaml', before), {}), await filesAt(put('after.yaml', after), {})] as const;
  const documents = await compareSides(...sides);
  const paths = Object.entries(others).map(([name, text]) => put(name, text));
  return paths.length === 0 ? documents : await nameConsumers(documents, paths, {});
}

test('exactly those who read a field break when its type changes', async () => {
  const readers = {
    'a.yaml': ['id', 'amount'],
    'b.yaml': ['id', 'note'],
    'c.yaml': ['id', 'amount', 'state'],
    'd.yaml': ['id'],
  };
  const others = Object.fromEntries(
    Object.entries(readers).map(([name, fields]) => [name, document(name, 'receive', fields)]),
  );
  for (const field of FIELDS) {
    const after = document('Orders', 'send', FIELDS, { [field]: 'integer' });
    const [told] = await compared(document('Orders', 'send', FIELDS), after, others);
    const broken = told?.changes.flatMap(({ consumers = [] }) =>
      consumers.filter(({ verdict }) => verdict === 'breaks'),
    );
    const truth = Object.entries(readers).filter(([, fields]) => fields.includes(field));
    expect(broken?.map(({ name }) => name).sort(), field).toEqual(truth.map(([name]) => name));
    expect(broken?.every(({ witness }) => witness !== undefined)).toBe(true);
  }
});

test('of two changes of one message, each consumer is told of the one that breaks it', async () => {
  const after = document('Orders', 'send', FIELDS, { amount: 'integer', note: 'integer' });
  const others = {
    'a.yaml': document('Billing', 'receive', ['amount']),
    'b.yaml': document('Notes', 'receive', ['note']),
  };
  const [told] = await compared(document('Orders', 'send', FIELDS), after, others);
  const broken = told?.changes.map(({ after: place, consumers = [] }) => [
    place?.origin.pointer.split('/').at(-1),
    consumers.filter(({ verdict }) => verdict === 'breaks').map(({ name }) => name),
  ]);
  expect(broken).toEqual([
    ['amount', ['Billing']],
    ['note', ['Notes']],
  ]);
});

test('what did not fit before is no work of the change', async () => {
  const others = { 'a.yaml': document('Billing', 'receive', ['amount'], { amount: 'boolean' }) };
  const [told] = await compared(
    document('Orders', 'send', ['id', 'amount']),
    document('Orders', 'send', ['amount']),
    others,
  );
  expect(told?.changes[0]?.consumers).toMatchObject([{ name: 'Billing', verdict: 'unknown' }]);
});

test('who sends to an application that reads more strictly breaks', async () => {
  const others = { 'a.yaml': document('Shop', 'send', ['id']), 'b.yaml': document('App', 'send', ['id', 'note']) };
  const [told] = await compared(
    document('Orders', 'receive', ['id']),
    document('Orders', 'receive', ['id', 'note']),
    others,
  );
  const verdicts = told?.changes.flatMap(({ consumers = [] }) =>
    consumers.map(({ name, verdict }) => `${name} ${verdict}`),
  );
  expect(verdicts?.sort()).toEqual(['App reads', 'Shop breaks']);
});

test('the JSON is what its schema says', async () => {
  const check = new Ajv({ strict: true, strictTypes: false }).compile(changesJsonSchema);
  const others = { 'a.yaml': document('Billing', 'receive', ['amount']) };
  const before = document('Orders', 'send', FIELDS);
  for (const after of [before, document('Orders', 'send', ['id'], { id: 'integer' }), 'asyncapi: [']) {
    const printed = JSON.parse(printJson(reportOf(await compared(before, after, others))));
    expect(check(printed), JSON.stringify(check.errors)).toBe(true);
  }
});

test('documents cannot move the cursor, write markup or mention people', async () => {
  const evil = '\u001b[2J <img src=x> @everyone | [a](https://example.com) `';
  const report = reportOf(await compared(document(evil, 'send', ['id']), document(`${evil}!`, 'send', ['id', 'note'])));
  expect(printText(report, false)).not.toContain('\u001b');
  const markdown = printMarkdown(report);
  expect(markdown).not.toContain('\u001b');
  expect(markdown).not.toMatch(/<img|@everyone|(?<!\\)\]\(/);
  expect(findingsOf(report).summary.findings).toMatchObject({ info: report.documents[0]?.changes.length });
});

test('the command line knows the verdicts and the formats', () => {
  expect(FAIL_ON).toEqual([...VERDICTS, 'never']);
  expect(new Set(DIFF_FORMATS).size).toBe(DIFF_FORMATS.length);
});

test('a service that says in two documents what it reads breaks where one of them does, and is named once', async () => {
  const both = {
    'reader-a.yaml': document('Reader', 'receive', ['id']),
    'reader-b.yaml': document('Reader', 'receive', ['id', 'amount']),
  };
  const before = document('Shop', 'send', FIELDS);
  const [found] = await compared(before, document('Shop', 'send', FIELDS, { amount: 'integer' }), both);
  const consumers = found?.changes.flatMap(change => change.consumers ?? []);
  expect(consumers?.map(({ name, verdict }) => [name, verdict])).toEqual([['Reader', 'breaks']]);
});

test('a change of a part that a payload refers to breaks those who read it there', async () => {
  const [before, after] = ['string', 'integer'].map(type =>
    document('Shop', 'send', ['id'])
      .replace('id: { type: string }', "id: { $ref: '#/components/schemas/Id' }")
      .concat(`components: { schemas: { Id: { type: ${type} } } }\n`),
  ) as [string, string];
  const [found] = await compared(before, after, { 'reader.yaml': document('Reader', 'receive', ['id']) });
  expect(found?.changes.flatMap(({ consumers }) => consumers ?? []).map(({ verdict }) => verdict)).toEqual(['breaks']);
});
