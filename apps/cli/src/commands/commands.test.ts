import { ANSWER_FORMATS } from '@portolan/chart';
import { FORMATS as findingFormats, RULE_SETS } from '@portolan/checks';
import { PART_KINDS } from '@portolan/rewrite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fileDocument } from '../documents/file-document.ts';
import { exitWith } from '../exit-with.ts';
import { main } from '../main.ts';
import { FORMATS as answerFormats } from '../question-command.ts';
import { FORMATS as chartFormats } from './chart.ts';
import { DOCS_FORMATS } from './docs.ts';
import { CHART_FORMATS } from './run-chart.ts';
import { FORMATS as docsFormats } from './run-docs.ts';
import { PARTS } from './split.ts';
import { FORMATS, SETS } from './validate.ts';

let said: string[];
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'error').mockImplementation(text => void said.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('the words that options take are those that the parts know, though help loads none of them', () => {
  expect(FORMATS).toEqual(findingFormats);
  expect(SETS).toEqual(RULE_SETS);
  expect(chartFormats).toEqual(CHART_FORMATS);
  expect(DOCS_FORMATS).toEqual(docsFormats);
  expect(answerFormats).toEqual(ANSWER_FORMATS);
  expect(PARTS).toEqual(PART_KINDS);
});

test('a file that vanished before it was read is a fault that names it', async () => {
  await expect(fileDocument('vanished.yaml').text()).rejects.toMatchObject({
    code: 'CLI_FILE_UNREADABLE',
    message: 'The file vanished.yaml cannot be read: no such file or directory.',
  });
});

test('a mistake of Portolan is exit code 3, and its stack is shown to whoever asks for it', () => {
  expect(exitWith(new TypeError('x is not a function'), 'portolan')).toBe(3);
  expect(said).toEqual([
    'portolan: Portolan failed: x is not a function.',
    expect.stringMatching(/^help: This is a mistake of Portolan\. Set PORTOLAN_DEBUG=1/),
    'code: CLI_UNEXPECTED',
  ]);
  vi.stubEnv('PORTOLAN_DEBUG', '1');
  exitWith(new TypeError('x is not a function'), 'portolan');
  expect(said.at(-1)).toContain('commands.test.ts');
});

test('wrong usage is exit code 2', async () => {
  expect(await main(['chart', '--colour'])).toBe(2);
  expect(said.at(-1)).toBe('code: CLI_USAGE');
});
