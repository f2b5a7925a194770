import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { changelogOf, changelogsOf } from './changelog.ts';
import type { ServiceState } from './model.ts';

async function state(version: string, day: string, fields: string, more = ''): Promise<ServiceState> {
  const text = `asyncapi: 3.1.0
info: { title: Lamps, version: ${version} }
defaultContentType: application/json
channels:
  states: { address: lamps.states, messages: { changed: { payload: { type: object, properties: { ${fields} } } } } }
  ${more}
operations: { sendStates: { action: send, channel: { $ref: '#/channels/states' } } }
`;
  const { contract } = await readText('lamps.yaml', text, () => undefined);
  if (!contract) throw new Error('no document');
  return { contract, at: `2026-01-${day}T10:00:00Z`, revision: `r${day}` };
}

const [TEXT, NUMBER] = ['state: { type: string }', 'state: { type: integer }'];
const ADDED = 'errors: { address: lamps.errors }';

function told(changelog: ReturnType<typeof changelogOf>) {
  return changelog?.releases.map(({ version, at, kind, strongest, due, sections }) =>
    [
      version ?? '-',
      at.slice(8, 10),
      kind,
      strongest,
      due && `due ${due}`,
      ...sections.map(({ name, changes }) => `${name} ${changes.map(({ code }) => code)}`),
    ]
      .filter(Boolean)
      .join(' '),
  );
}

test('versions are told with the newest first, each compared with the last state of the one before', async () => {
  const states = [
    await state('1.0.0', '01', TEXT),
    await state('1.1.0', '02', TEXT, ADDED),
    await state('1.1.0', '03', NUMBER, ADDED),
    await state('1.1.0', '04', TEXT, ADDED),
    await state('1.2.0', '05', NUMBER, ADDED),
  ];
  expect(told(changelogOf({ path: 'lamps.yaml', states, continued: false }))).toEqual([
    '1.2.0 05 changed breaking due 2.0.0 breaking SCHEMA_CHANGED',
    // What was done and undone while it lasted is not told.
    '1.1.0 02 changed non-breaking added CHANNEL_ADDED',
    '1.0.0 01 first',
  ]);
});

test('of a past that began earlier, the first state is only what the others are compared with', async () => {
  const states = [await state('1.0.0', '01', TEXT), await state('1.0.0', '02', TEXT, ADDED)];
  expect(told(changelogOf({ path: 'lamps.yaml', states, continued: true }))).toEqual([
    '1.0.0 02 changed non-breaking due 1.1.0 added CHANNEL_ADDED',
  ]);
  expect(told(changelogOf({ path: 'lamps.yaml', states: states.slice(0, 1), continued: true }))).toEqual([]);
});

test('a document that went away is told last, and services stand in the order of their titles', async () => {
  const states = [await state('1.0.0', '01', TEXT)];
  const gone = { at: '2026-01-09T00:00:00Z', revision: 'r9' };
  expect(told(changelogOf({ path: 'lamps.yaml', states, continued: true, gone }))).toEqual(['- 09 gone breaking']);
  const all = changelogsOf([
    { path: 'b.yaml', states, continued: false },
    { path: 'a.yaml', states, continued: false },
    { path: 'c.yaml', states, continued: true },
    { path: 'd.yaml', states: [], continued: false },
  ]);
  expect(all.map(({ path }) => path)).toEqual(['a.yaml', 'b.yaml']);
});

test('a deprecation and what became safer or freer have their own sections', async () => {
  const states = [
    await state('1.0.0', '01', TEXT),
    await state('1.1.0', '02', `${TEXT}, note: { type: string }`),
    await state('1.1.1', '03', `state: { type: string, description: Lit or dark. }, note: { type: string }`),
  ];
  expect(told(changelogOf({ path: 'lamps.yaml', states, continued: false }))?.slice(0, 2)).toEqual([
    '1.1.1 03 changed editorial editorial SCHEMA_TEXT_CHANGED',
    expect.stringMatching(/^1\.1\.0 02 changed \S+ (due \S+ )?\S+ SCHEMA_CHANGED$/),
  ]);
});
