import { type Finding, type Fix, pointerOf } from '@portolan/base';
import { type Rule, rule } from '@portolan/checks';
import { expect, test } from 'vitest';
import { type Drafts, fixDocument } from './fix-document.ts';

const TEXT = `asyncapi: 3.1.0
info:
  title: Orders # what it is
  version: 1.0.0
channels:
  placed: { address: orders, messages: { M: { $ref: parts.yaml#/M } } }
`;

/** A rule that says something of the info as long as it has this title, or this version, and offers to mend that. */
function about(code: string, word: string, fix: Fix['steps']): Rule {
  const made = rule({
    code,
    severity: 'warning',
    says: 'There is `{word}`.',
    why: '',
    help: '',
    bad: '',
    good: '',
    info(info, { report }) {
      if (info.title === word || info.version === word)
        report(info, { word }, undefined, { says: `Mend ${code}`, steps: fix });
    },
  });
  return { ...made, from: 'test' };
}

const at = (...keys: string[]) => ({ source: 'a.yaml', pointer: pointerOf('', ...keys) });
const retitle = (value: string) => [{ do: 'replace', origin: at('info', 'title'), value } as const];

async function mend(...team: Rule[]) {
  const texts = new Map<string, string>();
  const drafts: Drafts = {
    text: location => texts.get(location),
    write: (location, text) => void texts.set(location, text),
    isGiven: location => location === 'a.yaml',
  };
  const load = (name: string) => (name === 'parts.yaml' ? 'M: { payload: {} }\n' : undefined);
  const { applied, left } = await fixDocument({ location: 'a.yaml', text: TEXT, load }, { team }, drafts);
  const codes = (findings: readonly Finding[]) =>
    findings.map(({ code }) => code).filter(code => code.startsWith('T_'));
  return {
    text: texts.get('a.yaml') ?? TEXT,
    applied: codes(applied),
    left: left
      .filter(({ finding }) => finding.code.startsWith('T_'))
      .map(({ finding, reason }) => [finding.code, reason]),
  };
}

test('a fix is made, and the next one that it makes possible, and nothing else changes', async () => {
  const { text, applied, left } = await mend(
    about('T_ONE', 'Orders', retitle('Order')),
    about('T_TWO', 'Order', retitle('Shop')),
  );
  expect(applied).toEqual(['T_ONE', 'T_TWO']);
  expect(left).toEqual([]);
  expect(text).toBe(TEXT.replace('Orders', 'Shop'));
});

test('a fix after which the finding is still there is left out, and hinders no other one', async () => {
  const { text, applied, left } = await mend(
    about('T_VAIN', '1.0.0', [{ do: 'insert', origin: at('info'), key: 'x-a', value: 1 }]),
    about('T_GOOD', 'Orders', retitle('Shop')),
  );
  expect(applied).toEqual(['T_GOOD']);
  expect(left).toEqual([['T_VAIN', 'the finding would still be there']]);
  expect(text).toBe(TEXT.replace('Orders', 'Shop'));
});

test('a fix that brings a new error is left out with the error', async () => {
  const { text, left } = await mend(about('T_HARM', 'Orders', [{ do: 'remove', origin: at('info', 'title') }]));
  expect(left).toEqual([['T_HARM', expect.stringMatching(/^it would bring a new error: .*title/)]]);
  expect(text).toBe(TEXT);
});

test('a fix in a file that was not given, and one that cannot be made, are left out', async () => {
  const outside = { source: 'parts.yaml', pointer: '/M' };
  const { text, left } = await mend(
    about('T_OUTSIDE', 'Orders', [{ do: 'insert', origin: outside, key: 'title', value: 'M' }]),
    about('T_NOWHERE', 'Orders', [{ do: 'remove', origin: at('servers') }]),
  );
  expect(left).toEqual([
    ['T_OUTSIDE', 'it would change a file that was not given'],
    ['T_NOWHERE', expect.stringContaining('There is no text of its own at `/servers`')],
  ]);
  expect(text).toBe(TEXT);
});

test('two fixes that undo each other come to an end', async () => {
  const { applied, left } = await mend(
    about('T_A', 'Orders', retitle('Shop')),
    about('T_B', 'Shop', retitle('Orders')),
  );
  expect(applied).toEqual(['T_A']);
  expect(left).toEqual([['T_B', 'it would undo another fix']]);
});

test('what comes to light under the right name is no harm of the renaming', async () => {
  const text = TEXT.replace('channels:', 'chanels:').replace('address: orders', 'adress: orders');
  const texts = new Map<string, string>();
  const drafts: Drafts = {
    text: location => texts.get(location),
    write: (location, changed) => void texts.set(location, changed),
    isGiven: () => true,
  };
  const load = () => 'M: { payload: {} }\n';
  const { left } = await fixDocument({ location: 'a.yaml', text, load }, {}, drafts);
  expect(left).toEqual([]);
  expect(texts.get('a.yaml')).toBe(TEXT);
});
