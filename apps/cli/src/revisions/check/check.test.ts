import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  jsonSchema as findingsJsonSchema,
  reportOf as findingsOf,
  MOST_BYTES,
  NO_SETTINGS,
  readSettings,
} from '@portolan/checks';
import { type CheckReport, changesJsonSchema, checkJsonSchema, reportOf, settle, verdictOf } from '@portolan/review';
import { Ajv } from 'ajv';
import { afterAll, expect, test } from 'vitest';
import { FORMATS } from '../../commands/validate.ts';
import { compareSides } from '../compared.ts';
import { nameConsumers } from '../consumers.ts';
import { countsFor } from '../exit.ts';
import { filesAt } from '../side.ts';
import { asFindings } from './as-findings.ts';
import { CHECK_FORMATS, printCheck } from './print-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'portolan-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

type Members = Readonly<Record<string, unknown>>;

/** A document in JSON, so that names may be anything: each channel with one message of these properties. */
function document(title: string, action: string, channels: Readonly<Record<string, Members>>, more: Members = {}) {
  const names = Object.keys(channels);
  return JSON.stringify({
    asyncapi: '3.1.0',
    info: { title, version: '1.0.0', 'x-owner': `${title} team` },
    servers: { main: { host: 'broker.example.com', protocol: 'kafka' } },
    channels: Object.fromEntries(
      names.map((name, index) => [
        `c${index}`,
        { address: name, messages: { m: { payload: { type: 'object', properties: channels[name] } } }, ...more },
      ]),
    ),
    operations: Object.fromEntries(
      names.map((_, index) => [`o${index}`, { action, channel: { $ref: `#/channels/c${index}` } }]),
    ),
  });
}

async function checked(
  before: string,
  after: string,
  others: readonly string[] = [],
  { settings = '', today = '2026-11-21' } = {},
): Promise<CheckReport> {
  const sides = [await filesAt(put('before.json', before), {}), await filesAt(put('after.json', after), {})] as const;
  const paths = others.map((text, index) => put(`other${index}.json`, text));
  const compared = await compareSides(...sides);
  const named = paths.length === 0 ? compared : await nameConsumers(compared, paths, {});
  const read = readSettings(join(folder, 'portolan.yaml'), `version: 1\n${settings}`, folder);
  expect(read.findings).toEqual([]);
  const { documents } = await settle(named, {
    settingsOf: async () => ({ ...NO_SETTINGS, ...read.settings }),
    today,
    root: folder,
    charted: paths.length > 0,
  });
  const changes = reportOf(documents);
  const failing = { findings: false, changes: countsFor(changes, 'breaking'), version: false };
  return { against: 'origin/main', findings: findingsOf([]), changes, failing };
}

const amount = (type: string) => ({ orders: { id: { type: 'string' }, amount: { type } } });
const BEFORE = document('Orders', 'send', amount('number'));
const AFTER = document('Orders', 'send', amount('string'));
const READERS = [
  document('Billing', 'receive', amount('number')),
  document('Shop', 'receive', amount('number')),
  document('Mail', 'receive', { orders: { id: { type: 'string' } } }),
];
const signed = (...teams: readonly string[]) =>
  `sign-offs:\n${teams.map(name => `  - { change: "SCHEMA_CHANGED**", consumer: ${name}, team: ${name} team, on: 2026-11-01, reason: Ready. }\n`).join('')}`;

test('the first line says for how many it breaks, and the rest who, with what, and what is due', async () => {
  const text = printCheck('markdown', await checked(BEFORE, AFTER, READERS));
  expect(text.split('\n')[0]).toBe(
    '❌ **Breaking for 2 of 3 consumers.** Version 2.0.0 is due, and Orders says 1.0.0.',
  );
  expect(text).toMatch(/\| Billing \| Billing team \| `m`: `\{"amount":"amount"\}`<br>`\/amount` is a string/);
  expect(text).toContain('**Instead:** Keep the type');
});

test('when all is well it is a line or two', async () => {
  const report = await checked(BEFORE, BEFORE, READERS);
  expect(printCheck('markdown', report)).toBe(
    '✅ **Nothing changed.**\n\nSince `origin/main`: no changes; no findings in 0 documents.\n',
  );
});

test('the sign-offs of all whom it concerns settle a change, and those of some do not', async () => {
  const some = await checked(BEFORE, AFTER, READERS, { settings: signed('Billing') });
  expect(verdictOf(some)).toMatchObject({ kind: 'breaking', fails: true, says: 'Breaking for 1 of 3 consumers.' });
  const all = await checked(BEFORE, AFTER, READERS, { settings: signed('Billing', 'Shop') });
  expect(verdictOf(all)).toMatchObject({ kind: 'settled', fails: false, broken: [] });
  expect(all.changes.documents[0]?.changes[0]).toMatchObject({ verdict: 'breaking', settled: { by: 'sign-off' } });
  const foreign = signed('Billing', 'Shop').replace('team: Shop team', 'team: Billing team');
  expect(verdictOf(await checked(BEFORE, AFTER, READERS, { settings: foreign })).kind).toBe('breaking');
});

test('nobody can sign away a day that was announced to everybody', async () => {
  const before = document('Orders', 'send', amount('number'), { 'x-sunset': '2027-01-31' });
  const settings = signed('Billing', 'Shop', 'Mail').replaceAll('SCHEMA_CHANGED', '*_REMOVED');
  const gone = document('Orders', 'send', {});
  const early = await checked(before, gone, READERS, { settings });
  expect(verdictOf(early)).toMatchObject({ kind: 'breaking', fails: true });
  expect(printCheck('text', early)).toContain(
    'It was announced to stay until 2027-01-31, and that day is still to come.',
  );
  const late = await checked(before, gone, READERS, { settings, today: '2027-01-31' });
  expect(late.changes.documents[0]?.changes[0]).toMatchObject({ settled: { by: 'sunset' } });
  const waived = 'waivers: [{ change: "**", owner: Orders, reason: It has to be., until: 2027-01-01 }]';
  expect(verdictOf(await checked(before, gone, READERS, { settings: waived })).kind).toBe('settled');
});

test('whoever has another sender is not said to break', async () => {
  const gone = document('Orders', 'send', {});
  const report = await checked(BEFORE, gone, [...READERS, document('Till', 'send', amount('number'))]);
  const told = report.changes.documents.flatMap(({ changes }) => changes.flatMap(({ consumers = [] }) => consumers));
  expect(told.map(({ name, verdict, reason }) => `${name} ${verdict}: ${reason}`).sort()).toEqual([
    'Billing unknown: others still send it',
    'Mail unknown: others still send it',
    'Shop unknown: others still send it',
  ]);
});

test.each([
  ['gone', document('Orders', 'send', {})],
  ['at another address', BEFORE.replace('"address":"orders"', '"address":"orders.v2"')],
  ['received and no longer sent', BEFORE.replace('"action":"send"', '"action":"receive"')],
])('when what they listen to is %s, all who listen are named', async (_, after) => {
  const { says, broken } = verdictOf(await checked(BEFORE, after, READERS));
  expect(says).toBe('Breaking for 3 of 3 consumers.');
  expect(broken.map(({ name }) => name).sort()).toEqual(['Billing', 'Mail', 'Shop']);
});

test('what is settled is suppressed where formats know that, and a version that is too small is a finding', async () => {
  const waived = await checked(BEFORE, AFTER, READERS, {
    settings: 'waivers: [{ change: "**", owner: Orders, reason: It has to be., until: 2027-01-01 }]',
  });
  const report = asFindings({ ...waived, failing: { ...waived.failing, version: true } });
  expect(report.documents.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(['VERSION_DUE']);
  expect(report.documents[0]?.suppressed).toMatchObject([
    {
      finding: { code: 'SCHEMA_CHANGED' },
      reason: 'Waived by Orders until 2027-01-01: It has to be.',
      until: '2027-01-01',
    },
  ]);
});

test('the JSON is what its schemas say', async () => {
  const ajv = new Ajv({ strict: true, strictTypes: false });
  const [whole, changes, findings] = [checkJsonSchema, changesJsonSchema, findingsJsonSchema].map(it =>
    ajv.compile(it),
  );
  for (const settings of ['', signed('Billing', 'Shop'), signed('Billing')]) {
    const printed = JSON.parse(printCheck('json', await checked(BEFORE, AFTER, READERS, { settings })));
    expect(whole?.(printed), JSON.stringify(whole?.errors)).toBe(true);
    expect(changes?.(printed.changes), JSON.stringify(changes?.errors)).toBe(true);
    expect(findings?.(printed.findings), JSON.stringify(findings?.errors)).toBe(true);
  }
});

const EVIL = '</details>`` <img src=x> `@everyone` ``` | a\\| @org/team [x](https://example.com) #1 \u001b[2J\u202e `';

test('whatever documents say, the comment stays a comment, and mentions nobody', async () => {
  const evil = (type: string) => ({ [EVIL]: { [EVIL]: { type }, b: { enum: [EVIL] } } });
  const report = await checked(document(EVIL, 'send', evil('number')), document(EVIL, 'send', evil('string')), [
    document(`Reader ${EVIL}`, 'receive', evil('number')),
  ]);
  expect(verdictOf(report).broken).toHaveLength(1);
  const text = printCheck('markdown', { ...report, against: EVIL });
  const shown = text.replace(/(?<!\\)`[^`\n]+`|<code>[^<]*<\/code>/g, '');
  const rest = shown.replace(/<br>|<\/?(details|summary)>/g, '');
  expect(shown.match(/<details>/g)?.length).toBe(shown.match(/<\/details>/g)?.length);
  expect(rest).not.toMatch(/[<>`]|@\w|(?<!&)#\d|:\/\//);
  for (const row of text.split('\n').filter(line => line.startsWith('|')))
    expect(row.match(/(?<!\\)(?:\\\\)*\|/g), row).toHaveLength(
      row.startsWith('| Reader') || /Breaks|---/.test(row) ? 4 : 5,
    );
  expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
});

test('the comment always fits, however much there is to say and however long it is', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `${index}-${'名'.repeat(200)}`);
  const channels = (type: string) => Object.fromEntries(names.map(name => [name, { [`f${name}`]: { type } }]));
  const report = await checked(
    document('x'.repeat(100_000), 'send', channels('number')),
    document('x'.repeat(100_000), 'send', channels('string')),
  );
  const text = printCheck('markdown', report);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
  expect(text).toMatch(/… and \d+ more\./);
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
});

test('every format prints the whole run', async () => {
  expect(CHECK_FORMATS).toEqual(FORMATS);
  const report = await checked(BEFORE, AFTER, READERS);
  for (const format of CHECK_FORMATS) expect(printCheck(format, report), format).toContain('amount');
});
