import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changelogJsonSchema } from '../changelog/json-schema.ts';
import { historyJsonSchema } from './json-schema.ts';
import type { History } from './model.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'portolan.mjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-history-'));
  git('init', '-q', '-b', 'main');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let day = 0;

function git(...args: readonly string[]): void {
  const date = `2026-01-${String(day).padStart(2, '0')}T10:00:00Z`;
  const env = {
    ...process.env,
    ...{ GIT_AUTHOR_NAME: 'Example', GIT_AUTHOR_EMAIL: 'dev@example.com', GIT_AUTHOR_DATE: date },
    ...{ GIT_COMMITTER_NAME: 'Example', GIT_COMMITTER_EMAIL: 'dev@example.com', GIT_COMMITTER_DATE: date },
  };
  execFileSync('git', args, { cwd: folder, env, stdio: 'ignore' });
}

function commit(subject: string, files: Readonly<Record<string, string>> = {}): void {
  day++;
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  git('add', '-A');
  git('commit', '-qm', subject);
}

function printed(...args: readonly string[]): string {
  return execFileSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8' });
}

function lamps(version: string, type: string, description = ''): string {
  return `asyncapi: 3.1.0
info: { title: Lamps, version: ${version} }
defaultContentType: application/json
channels:
  states:
    address: lamps.states
    description: ${description || 'Where lamps say how they are.'}
    messages: { changed: { payload: { type: object, properties: { state: { type: ${type} } } } } }
operations:
  sendStates: { action: send, channel: { $ref: '#/channels/states' } }
`;
}

test('what a merge brought is one commit, a rename and what is no document change nothing, and the JSON has its shape', () => {
  day = 0;
  commit('First', { 'lamps.yaml': lamps('1.0.0', 'string'), 'notes.yaml': 'a: 1\n' });
  git('checkout', '-qb', 'work');
  commit('Try', { 'lamps.yaml': lamps('1.0.0', 'integer') });
  commit('Other words', { 'lamps.yaml': lamps('2.0.0', 'integer', 'Other words.') });
  git('checkout', '-q', 'main');
  commit('Notes', { 'notes.yaml': 'a: 2\n' });
  day++;
  git('merge', '-q', '--no-ff', '-m', 'Merged', 'work');
  renameSync(join(folder, 'lamps.yaml'), join(folder, 'all lamps.yaml'));
  commit('Renamed');

  const found: History = JSON.parse(printed('history', '--format', 'json'));
  expect(new Ajv({ strict: false, validateFormats: false }).validate(historyJsonSchema, found)).toBe(true);
  expect(found.revisions.map(({ subject, stops }) => [subject, stops])).toEqual([
    ['Merged', ['breaking']],
    ['First', []],
  ]);
  expect(found.summary).toMatchObject({ commits: 4, revisions: 2, stopped: 1, breaking: { SCHEMA_CHANGED: 1 } });

  const first = printed('changelog', '--format', 'json');
  const changelog = JSON.parse(first);
  expect(new Ajv({ strict: false, validateFormats: false }).validate(changelogJsonSchema, changelog)).toBe(true);
  expect(changelog.services).toMatchObject([
    { title: 'Lamps', path: 'all lamps.yaml', releases: [{ version: '2.0.0' }, { version: '1.0.0', kind: 'first' }] },
  ]);
  expect(printed('changelog', '--format', 'json')).toBe(first);
}, 120_000);

test('a document that was never readable is new when it becomes so, and one that goes away is told', () => {
  day = 0;
  commit('Broken', { 'lamps.yaml': `${lamps('1.0.0', 'string')}tags: [` });
  commit('Mended', { 'lamps.yaml': lamps('1.0.0', 'string') });
  rmSync(join(folder, 'lamps.yaml'));
  commit('Gone');
  const { revisions }: History = JSON.parse(printed('history', '--format', 'json'));
  const told = revisions.map(({ documents, stops }) => [
    documents.flatMap(({ changes }) => changes.map(({ code }) => code)),
    stops,
  ]);
  expect(told).toEqual([
    [['DOCUMENT_REMOVED'], ['breaking']],
    [['DOCUMENT_ADDED'], []],
    [[], ['unreadable']],
  ]);
}, 120_000);
