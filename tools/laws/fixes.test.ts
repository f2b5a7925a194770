import type { Finding } from '@portolan/base';
import { lint, rules } from '@portolan/checks';
import { findingKinds, readText, type SourceFile } from '@portolan/contract';
import { applyAll, editsOf } from '@portolan/rewrite';
import { expect, test } from 'vitest';

/** A fix mends its finding, and breaks nothing else. */

async function findingsOf(files: readonly SourceFile[]): Promise<readonly Finding[]> {
  const [entry] = files as readonly [SourceFile];
  const load = (name: string) => files.find(({ location }) => location === name)?.text;
  const { contract, findings } = await readText(entry.location, entry.text, load);
  return contract ? [...findings, ...(await lint(contract, rules))] : findings;
}

function mended(files: readonly SourceFile[], { fix }: Finding): SourceFile[] {
  const changed = fix ? applyAll(files, editsOf(fix, files)) : [];
  return files.map(file => changed.find(({ location }) => location === file.location) ?? file);
}

const said = ({ code, origin }: Finding) => `${code} ${origin.source}#${origin.pointer}`;
const errorsIn = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error').map(said);

async function checkFix(files: readonly SourceFile[], finding: Finding, before: readonly Finding[]): Promise<string> {
  const result = mended(files, finding);
  const after = await findingsOf(result);
  expect(after.map(said), finding.message).not.toContain(said(finding));
  const known = errorsIn(before);
  expect(errorsIn(after).filter(error => !known.includes(error))).toEqual([]);
  return result[0]?.text ?? '';
}

const examples = [...findingKinds, ...rules].map(kind => {
  const files = typeof kind.bad === 'string' ? { 'asyncapi.yaml': kind.bad } : kind.bad;
  return [kind.code, Object.entries(files).map(([location, text]) => ({ location, text }))] as const;
});

test('the fixes in the examples of all findings mend what they are for', async () => {
  let count = 0;
  for (const [, files] of examples) {
    const before = await findingsOf(files);
    for (const finding of before.filter(({ fix }) => fix)) {
      await checkFix(files, finding, before);
      count++;
    }
  }
  expect(count).toBeGreaterThan(10);
});

const v2 = (rest: string) => `asyncapi: 2.6.0\ninfo: { title: Orders, version: 1.0.0 }\n${rest}`;
const v3 = (rest: string) => `asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n${rest}`;

/** What is mended, the document, and a piece of it that the fix writes. */
const MENDS: readonly (readonly [code: string, document: string, piece: string])[] = [
  ['DOCUMENT_VERSION_UNSUPPORTED', 'asyncapi: 3.0\ninfo: { title: Orders, version: 1.0.0 }\n', 'asyncapi: 3.0.0\n'],
  ['DOCUMENT_VERSION_UNSUPPORTED', 'asyncapi: "3.1"\ninfo: { title: Orders, version: 1.0.0 }\n', 'asyncapi: "3.1.0"\n'],
  ['GRAMMAR_WRONG_TYPE', 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0\n', "version: '1.0'"],
  ['GRAMMAR_WRONG_TYPE', v3('channels: { a: { bindings: { kafka: { partitions: "6" } } } }\n'), 'partitions: 6 '],
  ['GRAMMAR_UNKNOWN_FIELD', v3('channels: { a: { adress: b } }\n'), '{ address: b }'],
  [
    'GRAMMAR_VALUE_NOT_ALLOWED',
    v3("channels: { a: { address: b } }\noperations: { o: { action: Send, channel: { $ref: '#/channels/a' } } }\n"),
    'action: send,',
  ],
  [
    'GRAMMAR_REFERENCE_SIBLINGS',
    v3(
      "channels: { a: { $ref: '#/components/channels/a', title: A } }\ncomponents: { channels: { a: { address: a } } }\n",
    ),
    "a: { $ref: '#/components/channels/a' }",
  ],
  [
    'CHANNEL_PARAMETER_REDUNDANT',
    v3('channels:\n  a:\n    address: a\n    parameters:\n      b: {}\n'),
    'parameters: {}',
  ],
  [
    'SERVER_VARIABLE_UNUSED',
    v2(
      'servers:\n  a:\n    url: a.example.com\n    protocol: kafka\n    variables:\n      b: { default: c }\nchannels: {}\n',
    ),
    'variables: {}',
  ],
  ['TAG_NAME_DUPLICATE', v2('tags:\n  - name: a\n  - name: a\nchannels: {}\n'), 'tags:\n  - name: a\nchannels'],
  [
    'OPERATION_CHANNEL_POINTER',
    v3(`channels:
  a: { $ref: '#/components/channels/a' }
operations:
  o:
    action: send
    channel: { $ref: '#/components/channels/a' }
components:
  channels: { a: { address: a } }
`),
    "channel: { $ref: '#/channels/a' }",
  ],
  [
    'OPERATION_MESSAGE_POINTER',
    v3(`channels:
  a: { messages: { m: { $ref: '#/components/messages/it' } } }
operations:
  o:
    action: send
    channel: { $ref: '#/channels/a' }
    messages: [{ $ref: '#/components/messages/it' }]
components:
  messages: { it: { contentType: application/json } }
`),
    "[{ $ref: '#/channels/a/messages/m' }]",
  ],
  [
    'CHANNEL_SERVER_POINTER',
    v3(`servers:
  s: { $ref: '#/components/servers/it' }
channels:
  a: { servers: [{ $ref: '#/components/servers/it' }] }
components:
  servers: { it: { host: kafka.example.com, protocol: kafka } }
`),
    "[{ $ref: '#/servers/s' }]",
  ],
];

test.each(MENDS)('%s in %j', async (code, text, piece) => {
  const files = [{ location: 'asyncapi.yaml', text }];
  const before = await findingsOf(files);
  const finding = before.find(one => one.code === code);
  expect(finding?.fix, JSON.stringify(before.map(said))).toBeDefined();
  expect(await checkFix(files, finding as Finding, before)).toContain(piece);
});

/** Where more than one thing may have been meant, nothing is offered. */
test.each([
  ['GRAMMAR_UNKNOWN_FIELD', v3('channels: { a: { subscribe: {} } }\n')],
  ['CHANNEL_PARAMETER_REDUNDANT', v3("channels: { a: { address: 'a/{c}', parameters: { b: {} } } }\n")],
  [
    'TAG_NAME_DUPLICATE',
    v2('tags:\n  - { name: a, description: One }\n  - { name: a, description: Other }\nchannels: {}\n'),
  ],
  ['DOCUMENT_VERSION_UNSUPPORTED', 'asyncapi: 1.2.0\ninfo: { title: Orders, version: 1.0.0 }\n'],
  ['GRAMMAR_WRONG_TYPE', v3('channels: { a: { bindings: { kafka: { partitions: six } } } }\n')],
])('%s without a fix in %j', async (code, text) => {
  const finding = (await findingsOf([{ location: 'asyncapi.yaml', text }])).find(one => one.code === code);
  expect(finding).toBeDefined();
  expect(finding?.fix).toBeUndefined();
});
