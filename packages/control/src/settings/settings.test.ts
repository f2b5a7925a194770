import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettings, today } from '../index.ts';
import { shownFrom } from './places.ts';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-settings-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

const open = (options: { plugins?: boolean; config?: string; top?: string } = {}) =>
  openSettings({ top: root, plugins: true, shown: path => shownFrom(root, path), ...options });

const RULE = (code: string) => `
export default ({ rule }) => rule({
  code: '${code}', severity: 'info', says: 'Seen.', why: 'It is there.', help: 'None.',
  info: (info, { report }) => report(info),
});
`;

test('the nearest settings win as a whole, and take in what they extend', async () => {
  put({
    '.git/HEAD': '',
    'portolan.yaml': 'version: 1\nrules: { set: strict }\nfail-on: info\n',
    'a/portolan.yaml': 'version: 1\nfail-on: never\n',
    'b/portolan.yaml': 'version: 1\nextends: ../portolan.yaml\nfail-on: warning\n',
  });
  const reader = open({ top: join(root, 'b') });
  expect((await reader.of(join(root, 'orders.yaml'))).settings).toMatchObject({ set: 'strict', failOn: 'info' });
  const a = await reader.of(join(root, 'a', 'deep', 'orders.yaml'));
  expect(a.settings.failOn).toBe('never');
  expect(a.settings.set).toBeUndefined();
  const b = await reader.of(join(root, 'b', 'orders.yaml'));
  expect(b.settings).toMatchObject({ set: 'strict', failOn: 'warning' });
  expect(b.files.map(({ location }) => location)).toEqual(['b/portolan.yaml', 'portolan.yaml']);
  expect((await open({ config: join(root, 'a/portolan.yaml') }).of(join(root, 'b/x.yaml'))).settings.failOn).toBe(
    'never',
  );
});

test('settings are looked for up to the repository, and outside of one up to the folder that is worked in', async () => {
  put({ 'portolan.yaml': 'version: 1\n', 'repo/.git/HEAD': '', 'repo/specs/a.yaml': '', 'plain/specs/a.yaml': '' });
  expect((await open().of(join(root, 'repo/specs/a.yaml'))).files).toEqual([]);
  expect((await open().of(join(root, 'plain/specs/a.yaml'))).files).toHaveLength(1);
  expect((await open({ top: join(root, 'plain') }).of(join(root, 'plain/specs/a.yaml'))).files).toEqual([]);
});

test('settings that extend each other in a circle are told so, and read all the same', async () => {
  put({
    'portolan.yaml': 'version: 1\nextends: other.yaml\nfail-on: info\n',
    'other.yaml': 'version: 1\nextends: portolan.yaml\nrules: { set: strict }\n',
  });
  const { settings, files } = await open().of(join(root, 'a.yaml'));
  expect(settings).toMatchObject({ set: 'strict', failOn: 'info' });
  expect(files.flatMap(({ findings }) => findings).map(({ message }) => message)).toEqual([
    'The settings `portolan.yaml` cannot be taken in: it extends itself.',
  ]);
});

// TypeScript is stripped by Node itself, which the scenario `validate-team-rules` shows.
test('rules of a team are run, and anew when they changed', async () => {
  put({
    'portolan.yaml': 'version: 1\nplugins: [rules/a.mjs, rules/b.mjs]\n',
    'rules/a.mjs': RULE('TEAM_A'),
    'rules/b.mjs': RULE('TEAM_B'),
  });
  const reader = open();
  const first = await reader.of(join(root, 'a.yaml'));
  expect(first.team.map(({ code, from }) => `${code} of ${from}`)).toEqual([
    'TEAM_A of rules/a.mjs',
    'TEAM_B of rules/b.mjs',
  ]);
  expect(first.watched).toContain(join(root, 'rules/a.mjs'));
  put({ 'rules/b.mjs': RULE('TEAM_C') });
  utimesSync(join(root, 'rules/b.mjs'), new Date(), new Date(Date.now() + 5_000));
  reader.refresh();
  const second = await reader.of(join(root, 'a.yaml'));
  expect(second.team.map(({ code }) => code)).toEqual(['TEAM_A', 'TEAM_C']);
  expect(second.digest).not.toBe(first.digest);
});

test('nobody’s rules are run unless that is allowed', async () => {
  put({
    'portolan.yaml': 'version: 1\nrules: { severities: { TEAM_A: error } }\nplugins: [a.mjs]\n',
    'a.mjs': "throw new Error('it ran');",
  });
  const { team, files } = await open({ plugins: false }).of(join(root, 'a.yaml'));
  expect(team).toEqual([]);
  expect(files.flatMap(({ findings }) => findings).map(({ code }) => code)).toEqual(['SETTINGS_PLUGIN_NOT_LOADED']);
});

test.each([
  ['throw new Error("out of luck")', 'out of luck'],
  ['export const rule = 1', 'it has no default export'],
  ['export default () => { throw new Error("no rules today") }', 'no rules today'],
  ['export default [{}]', 'its rule number 1 has no code in capitals, such as TEAM_CHANNEL_NAME'],
  ['export default { code: "TEAM_A", says: "", why: "" }', 'its rule TEAM_A lacks `help`'],
  [
    'export default { code: "TEAM_A", says: "", why: "", help: "", severity: "bad" }',
    'its rule TEAM_A has no severity',
  ],
  [
    'export default { code: "TEAM_A", says: "", why: "", help: "", severity: "info" }',
    'its rule TEAM_A looks at nothing',
  ],
])('a module that cannot be used is a finding: %s', async (module, reason) => {
  put({ 'portolan.yaml': 'version: 1\nplugins: [a.mjs]\n', 'a.mjs': `${module}\n` });
  const { files } = await open().of(join(root, 'a.yaml'));
  const [finding] = files.flatMap(({ findings }) => findings);
  expect(finding?.code).toBe('SETTINGS_PLUGIN_FAILED');
  expect(finding?.message).toContain(reason);
  expect(finding?.range?.start.line).toBe(2);
});

test('a code that is taken already is left out and told', async () => {
  const assertion = (code: string) => `{ code: ${code}, on: info, must: { field: title, defined: true } }`;
  put({
    'portolan.yaml': `version: 1\nassertions: [${['INFO_OWNER_MISSING', 'TEAM_A', 'TEAM_A'].map(assertion).join(', ')}]\n`,
  });
  const { team, files } = await open().of(join(root, 'a.yaml'));
  expect(team.map(({ code }) => code)).toEqual(['TEAM_A']);
  expect(files[0]?.findings.map(({ code }) => code)).toEqual(['SETTINGS_CODE_TAKEN', 'SETTINGS_CODE_TAKEN']);
});

test('the day is the one it is here', () => {
  expect(today(new Date(2027, 0, 31, 23, 59))).toBe('2027-01-31');
});
