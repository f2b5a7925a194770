import { judge } from '@portolan/checks';
import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import type { CodeAction, Range, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { diagnosticsByLocation } from '../diagnostics/diagnose.ts';
import { edited, filesOf } from '../marked.test-support.ts';
import { codeActions } from './code-actions.ts';
import { formatting } from './formatting.ts';

const BROKEN = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  orders:
    adress: orders # the topic
    mesages: {}
`;
const EVERYWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function actions(texts: Record<string, string>, more: { only?: string[]; creates?: boolean } = {}) {
  const files = filesOf(texts);
  const location = 'asyncapi.yaml';
  const { findings } = await judge(await readText(location, texts[location] as string, name => texts[name]));
  const { creates = true, ...rest } = more;
  const found = codeActions(files, location, EVERYWHERE, {
    findings,
    uriOf: files.uriOf,
    settings: { location: 'portolan.yaml', creates },
    ...rest,
  });
  const after = (action: CodeAction | undefined) =>
    edited(texts[location] as string, action?.edit?.changes?.[files.uriOf(location)] as TextEdit[]);
  return { found, after, files };
}

test('a finding is mended, and nothing else changes', async () => {
  const { found, after } = await actions({ 'asyncapi.yaml': BROKEN });
  const fixing = found.filter(({ isPreferred }) => isPreferred);
  expect(fixing.length).toBeGreaterThanOrEqual(2);
  expect(after(fixing.find(({ title }) => title.includes('address')))).toBe(BROKEN.replace('adress', 'address'));
});

test('all that can be mended at once', async () => {
  const { found, after } = await actions({ 'asyncapi.yaml': BROKEN }, { only: ['source.fixAll'] });
  expect(found).toHaveLength(1);
  expect(after(found[0])).toBe(BROKEN.replace('adress', 'address').replace('mesages', 'messages'));
});

test('a finding is lived with: in settings that are there, or in new ones', async () => {
  const living = (all: readonly CodeAction[]) =>
    all.find(({ title }) => title.startsWith('Live with GRAMMAR_UNKNOWN_FIELD'));
  const settings = 'rules:\n  set: strict\n';
  const known = await actions({ 'asyncapi.yaml': BROKEN, 'portolan.yaml': settings });
  const edits = living(known.found)?.edit?.changes?.[known.files.uriOf('portolan.yaml')] as TextEdit[];
  expect(edited(settings, edits)).toBe(
    `${settings}exclude:\n  - rule: GRAMMAR_UNKNOWN_FIELD\n    at: asyncapi.yaml#/channels/orders/adress\n    reason: ''\n`,
  );
  const listed = `exclude:\n  - rule: A_B\n    reason: Old.\n`;
  const more = await actions({ 'asyncapi.yaml': BROKEN, 'portolan.yaml': listed });
  const added = living(more.found)?.edit?.changes?.[more.files.uriOf('portolan.yaml')] as TextEdit[];
  expect(edited(listed, added)).toContain(`${listed}  - rule: GRAMMAR_UNKNOWN_FIELD\n`);
  const fresh = await actions({ 'asyncapi.yaml': BROKEN });
  const made = living(fresh.found)?.edit?.documentChanges?.[1] as TextDocumentEdit;
  expect(made.edits[0]).toMatchObject({ newText: expect.stringContaining('  - rule: GRAMMAR_UNKNOWN_FIELD\n') });
  expect(living((await actions({ 'asyncapi.yaml': BROKEN }, { creates: false })).found)).toBeUndefined();
});

test('a document is laid out, and what cannot be read, or is none, is left alone', () => {
  const text = 'asyncapi: 3.1.0\ninfo:\n    version: 1.0.0\n    title: Orders\n';
  const files = filesOf({ 'a.yaml': text, 'b.yaml': 'asyncapi: 3.1.0\ninfo: [\n', 'c.yaml': 'kind:   Deployment\n' });
  expect(edited(text, formatting(files, 'a.yaml'))).toBe('asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\n');
  expect(formatting(files, 'b.yaml')).toEqual([]);
  expect(formatting(files, 'c.yaml')).toEqual([]);
});

test('a finding as an editor shows it', async () => {
  const text =
    'asyncapi: 3.1.0\ninfo: {title: Orders, version: 1.0.0}\nchannels: {orders: {}}\ncomponents:\n  schemas:\n    Old: {type: string}\n';
  const { findings } = await judge(await readText('a.yaml', text, () => undefined));
  const showing = { uriOf: (location: string) => `file:///${location}`, docs: 'https://example.com/rules/' };
  const unused = diagnosticsByLocation(findings, showing)
    .get('a.yaml')
    ?.find(({ code }) => code === 'COMPONENT_UNUSED');
  expect(unused).toMatchObject({
    source: 'portolan',
    tags: [1],
    range: { start: { line: 5, character: 4 }, end: { line: 5, character: 7 } },
    codeDescription: { href: 'https://example.com/rules/component-unused.md' },
  });
});
