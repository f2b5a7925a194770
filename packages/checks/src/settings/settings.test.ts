import { type JsonObject, pointerOf } from '@portolan/base';
import { readText } from '@portolan/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { judge, merged, misnamed, readSettings, rule, settingsJsonSchema } from '../index.ts';
import { covers, fits } from './globs.ts';
import { wayFrom } from './way.ts';

const DOCUMENT = `asyncapi: 3.1.0
info:
  title: Orders
  version: one
  description: Takes orders.
  x-owner: sales
channels:
  legacy:
    address: orders?old=1
  placed:
    address: orders?new=1
`;

/** The codes, with their places, that are said of the document under these settings. */
async function said(text: string, today = '2026-01-01', location = 'specs/orders.yaml', source = DOCUMENT) {
  const { settings, findings } = readSettings('portolan.yaml', `version: 1\n${text}`);
  expect(findings).toEqual([]);
  const read = await readText(location, source, () => undefined);
  const judgement = await judge(read, { settings, today });
  const line = ({ severity, code, origin }: (typeof judgement.findings)[number]) =>
    `${severity} ${code} ${origin.pointer}`;
  return {
    kept: judgement.findings.map(line),
    suppressed: judgement.suppressed.map(({ finding, reason }) => `${line(finding)}: ${reason}`),
  };
}

const QUERIES = [
  'error CHANNEL_ADDRESS_QUERY /channels/legacy/address',
  'error CHANNEL_ADDRESS_QUERY /channels/placed/address',
];

test('without settings the recommended rules apply; a set, a severity and `off` change that', async () => {
  const { kept } = await said('');
  expect(kept).toEqual(expect.arrayContaining([...QUERIES, 'info INFO_VERSION_NOT_SEMANTIC /info/version']));
  expect(kept.join()).not.toContain('CHANNEL_DESCRIPTION_MISSING');
  expect((await said('rules: { set: strict }')).kept.join()).toContain('CHANNEL_DESCRIPTION_MISSING');
  const changed = await said('rules: { severities: { CHANNEL_ADDRESS_QUERY: off, INFO_VERSION_NOT_SEMANTIC: error } }');
  expect(changed.kept).toContain('error INFO_VERSION_NOT_SEMANTIC /info/version');
  expect(changed.kept.join()).not.toContain('CHANNEL_ADDRESS_QUERY');
});

test('a rule of another set runs as soon as it has a severity', async () => {
  const { kept } = await said('rules: { severities: { CHANNEL_DESCRIPTION_MISSING: warning } }');
  expect(kept).toContain('warning CHANNEL_DESCRIPTION_MISSING /channels/placed');
});

test.each([
  ['by code alone', '{ rule: CHANNEL_ADDRESS_QUERY, reason: Old. }', 2],
  ['by a pattern of codes', '{ rule: CHANNEL_*, reason: Old. }', 2],
  ['in a file', '{ rule: CHANNEL_ADDRESS_QUERY, at: specs/orders.yaml, reason: Old. }', 2],
  ['in a folder', '{ rule: CHANNEL_ADDRESS_QUERY, at: specs, reason: Old. }', 2],
  ['in files of a pattern', '{ rule: CHANNEL_ADDRESS_QUERY, at: "**/*.yaml", reason: Old. }', 2],
  ['in no other file', '{ rule: CHANNEL_ADDRESS_QUERY, at: "teams/**", reason: Old. }', 0],
  ['below a pointer', '{ rule: CHANNEL_ADDRESS_QUERY, at: "#/channels/leg*", reason: Old. }', 1],
  [
    'at a pointer of a file',
    '{ rule: CHANNEL_ADDRESS_QUERY, at: "specs/**#/channels/placed/address", reason: Old. }',
    1,
  ],
  ['at a channel by name', '{ rule: CHANNEL_ADDRESS_QUERY, channel: legacy, reason: Old. }', 1],
  ['at a channel by address', '{ rule: CHANNEL_ADDRESS_QUERY, channel: "orders*new*", reason: Old. }', 1],
  ['until the last day', '{ rule: CHANNEL_ADDRESS_QUERY, reason: Old., until: 2026-01-01 }', 2],
  ['not the day after', '{ rule: CHANNEL_ADDRESS_QUERY, reason: Old., until: 2025-12-31 }', 0],
])('an exclude hides findings %s', async (_, exclude, count) => {
  const { kept, suppressed } = await said(`exclude: [${exclude}]`);
  const queries = suppressed.filter(line => line.includes('CHANNEL_ADDRESS_QUERY'));
  expect(queries).toHaveLength(count);
  expect(kept.filter(line => line.includes('CHANNEL_ADDRESS_QUERY'))).toHaveLength(2 - count);
  for (const line of queries) expect(line).toMatch(/: Old\.$/);
});

test('what later settings decide wins, what they add is added', () => {
  const base = readSettings(
    'a.yaml',
    'version: 1\nrules: { set: strict, severities: { A_B: off, C_D: info } }\nremote: [a.example.com]',
  );
  const own = readSettings(
    'b.yaml',
    'version: 1\nrules: { severities: { A_B: error } }\nremote: [b.example.com]\nfail-on: info',
  );
  expect(merged(base.settings, own.settings)).toMatchObject({
    set: 'strict',
    severities: { A_B: 'error', C_D: 'info' },
    remote: ['a.example.com', 'b.example.com'],
    failOn: 'info',
  });
});

test.each([
  ['{', 'SOURCE_'],
  ['', 'SOURCE_EMPTY'],
  ['- a', 'SETTINGS_VALUE_WRONG at '],
  ['rules: {}', 'SETTINGS_MEMBER_MISSING at '],
  ['version: 2', 'SETTINGS_VALUE_WRONG at /version'],
  ['version: 1\nfail-on: eror', 'SETTINGS_VALUE_WRONG at /fail-on'],
  [
    'version: 1\nassertions: [{ code: lower, on: info, must: { defined: true } }]',
    'SETTINGS_VALUE_WRONG at /assertions/0/code',
  ],
  [
    'version: 1\nassertions: [{ code: A_B, on: chanel, must: { defined: true } }]',
    'SETTINGS_VALUE_WRONG at /assertions/0/on',
  ],
  [
    'version: 1\nassertions: [{ code: A_B, on: info, must: { patern: x } }]',
    'SETTINGS_MEMBER_UNKNOWN at /assertions/0/must/patern',
  ],
  [
    'version: 1\nassertions: [{ code: A_B, on: info, must: { pattern: "(" } }]',
    'SETTINGS_VALUE_WRONG at /assertions/0/must/pattern',
  ],
  ['version: 1\nassertions: [{ code: A_B, on: info, must: 3 }]', 'SETTINGS_VALUE_WRONG at /assertions/0/must'],
  ['version: 1\nexclude: [{ rule: A_B, reason: x, until: 2026-02-30 }]', 'SETTINGS_VALUE_WRONG at /exclude/0/until'],
  ['version: 1\nplugins: [[]]', 'SETTINGS_VALUE_WRONG at /plugins/0'],
  ['version: 1\nversion: 1', 'SOURCE_DUPLICATE_KEY'],
])('a mistake is a finding at its place: %s', (text, expected) => {
  const { findings, settings } = readSettings('portolan.yaml', text);
  const found = findings.map(({ code, origin }) => `${code} at ${origin.pointer}`);
  expect(found.join('\n')).toContain(expected);
  expect(findings.every(({ range }) => range)).toBe(true);
  expect(settings.assertions).toEqual([]);
  expect(settings.excludes).toEqual([]);
});

test('a misspelt word is answered with the one that is meant', () => {
  const { findings } = readSettings('portolan.yaml', 'version: 1\nexcludes: []\nrules: { set: recomended }');
  expect(findings.map(({ help }) => /Did you mean `(.+)`/.exec(help)?.[1])).toEqual(['exclude', 'recommended']);
});

test('codes that no rule has, and options that no rule has, are told with the nearest one', () => {
  const naming = rule({
    code: 'CHANNEL_NAME',
    severity: 'info',
    says: '',
    why: '',
    help: '',
    bad: '',
    good: '',
    options: { pattern: { type: 'string', description: 'How names look.', default: '.*' } },
  });
  const { settings } = readSettings(
    'portolan.yaml',
    'version: 1\nrules: { severities: { CHANEL_NAME: off }, options: { CHANNEL_NAME: { patern: x } } }\nexclude: [{ rule: CHANNEL_NAM, reason: x }, { rule: CHANNEL_*, reason: x }]',
  );
  expect(
    misnamed('portolan.yaml', settings, [naming]).map(({ code, help }) => `${code}: ${/Did.*/.exec(help)}`),
  ).toEqual([
    'SETTINGS_RULE_UNKNOWN: Did you mean `CHANNEL_NAME`?',
    'SETTINGS_MEMBER_UNKNOWN: Did you mean `pattern`?',
    'SETTINGS_RULE_UNKNOWN: Did you mean `CHANNEL_NAME`?',
  ]);
});

test('the published JSON Schema is one, and judges as the reader does', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(settingsJsonSchema as JsonObject);
  expect(validate({ version: 1, rules: { set: 'strict' }, exclude: [{ rule: ['A_B'], reason: 'x' }] })).toBe(true);
  expect(validate({ version: 1, rule: {} })).toBe(false);
  expect(validate({ rules: {} })).toBe(false);
});

test('patterns of names', () => {
  expect(fits('orders.placed', 'orders.*')).toBe(true);
  expect(fits('a/b', '*')).toBe(false);
  expect(fits('a/b/c.yaml', '**/*.yaml')).toBe(true);
  expect(fits('c.yaml', '**/*.yaml')).toBe(true);
  expect(fits('a.yml', '*.{yaml,yml}')).toBe(true);
  expect(fits('a+b', 'a+b')).toBe(true);
  expect(fits('aab', 'a+b')).toBe(false);
  expect(covers('./old/', 'old/a/b.yaml')).toBe(true);
  expect(covers('old', 'older/a.yaml')).toBe(false);
  expect(covers(pointerOf('', 'channels', '*'), '/channels/a/address')).toBe(true);
});

test('the way from a folder to a location', () => {
  expect(wayFrom('/repo', 'specs/a.yaml', '/repo')).toBe('specs/a.yaml');
  expect(wayFrom('/repo/specs', 'a.yaml', '/repo')).toBe('../a.yaml');
  expect(wayFrom('/repo', '/other/a.yaml', '/repo/specs')).toBe('../other/a.yaml');
  expect(wayFrom('/repo', 'a.yaml', '/repo/specs')).toBe('specs/a.yaml');
  expect(wayFrom('', 'specs/./a.yaml')).toBe('specs/a.yaml');
  expect(wayFrom('/repo', 'https://example.com/a.yaml', '/repo')).toBe('https://example.com/a.yaml');
});

test('what has to be a list and is none is told, and counts for nothing', async () => {
  for (const name of ['directions', 'exclude', 'assertions', 'plugins', 'waivers', 'sign-offs', 'evidence']) {
    const { settings, findings } = readSettings('portolan.yaml', `version: 1\n${name}: 3\n`);
    expect(findings, name).toHaveLength(1);
    const lists = Object.values(settings).filter(Array.isArray);
    expect(lists.flat(), name).toEqual([]);
    const read = await readText('specs/orders.yaml', DOCUMENT, () => undefined);
    await expect(judge(read, { settings, today: '2026-01-01' })).resolves.toBeDefined();
  }
});
