import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExample } from './test-support.ts';

const HEAD = 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\n';
const NAMES = ['placed', 'paid', 'packed', 'sent', 'returned', 'closed'];

const channel = (name: string) => `  ${name}:
    address: orders.${name}
    description: "What happens when an order is ${name}."
    messages:
      ${name}:
        payload:
          type: object
          required: [id]
          properties:
            id:
              type: string
              examples: ['1', '2']
`;
const operation = (name: string) => `  on-${name}:
    action: send
    summary: Tells that an order is ${name}.
    channel:
      $ref: '#/channels/${name}'
    tags:
      - name: orders
      - { name: ${name}, description: "all of them" }
    messages:
      - $ref: '#/channels/${name}/messages/${name}'
`;

/** Blocks of lines, of which some may be damaged. */
function blocks(): { text: string; of?: string }[] {
  return [
    { text: HEAD },
    { text: 'channels:\n' },
    ...NAMES.map(name => ({ text: channel(name), of: name })),
    { text: 'operations:\n' },
    ...NAMES.map(name => ({ text: operation(name), of: name })),
  ];
}

const codes = async (text: string) => (await readExample(text)).findings.map(({ code }) => code);

/** Takes characters out of the content of a line and puts others in, and leaves its indentation and its end alone. */
const damage = fc.record({
  where: fc.double({ min: 0, max: 0.999, noNaN: true }),
  column: fc.nat(60),
  gone: fc.nat(12),
  come: fc.oneof(
    fc.constantFrom('"', "'", '{', '[', '}', ']', '@', '`', '%', '*', '&', '!', '|', '>', '? ', ': ', '- ', '#', ','),
    fc.string({ maxLength: 6, unit: 'binary' }).map(text => text.replace(/[\r\n\u0085\u2028\u2029]/g, '')),
  ),
  keep: fc.boolean(),
});

test('damage in one place leaves every operation that is far from it as it was', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...NAMES),
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      async (name, damages) => {
        const parts = blocks().map(({ text, of }) => {
          if (of !== name) return text;
          const lines = text.trimEnd().split('\n');
          for (const { where, column, gone, come, keep } of damages) {
            const index = Math.floor(where * lines.length);
            const line = lines[index] as string;
            const content = line.search(/\S|$/);
            const at = Math.min(content + column, line.length);
            if (keep || index === 0) lines[index] = line.slice(0, at) + come + line.slice(at + gone);
            else lines.splice(index, 1);
          }
          return `${lines.join('\n')}\n`;
        });
        const { contract, findings } = await readExample(parts.join(''));
        for (const { range, code } of findings) expect(range, code).toBeDefined();
        const left = contract?.operations.map(({ id }) => id) ?? [];
        // A line that turned into an item of a list may take the block before it with it; nothing farther.
        const at = NAMES.indexOf(name);
        for (const [n, other] of NAMES.entries()) if (n > at || n < at - 1) expect(left).toContain(`on-${other}`);
      },
    ),
    { numRuns: Number(process.env.PORTOLAN_FUZZ_RUNS ?? 1_000) },
  );
});

test('a document cut off anywhere keeps what came before', async () => {
  const whole = blocks()
    .map(({ text }) => text)
    .join('');
  for (let end = whole.indexOf('operations:'); end < whole.length; end += 7) {
    const { contract } = await readExample(whole.slice(0, end));
    expect(contract?.channels.map(({ id }) => id)).toEqual(NAMES);
  }
});

test('what was cut out is not missed', async () => {
  const text = blocks()
    .map(({ text }) => text)
    .join('');
  expect(await codes(text)).toEqual([]);
  expect(await codes(text.replace('title: Orders', 'title: "Orders'))).toEqual(['SOURCE_QUOTE_UNCLOSED']);
  expect(await codes(text.replace('asyncapi: 3.1.0', 'asyncapi: "3.1.0'))).toEqual(['SOURCE_QUOTE_UNCLOSED']);
  expect(await codes(text.replace('  placed:', '  placed: {'))).toEqual(['SOURCE_BRACKET_UNCLOSED']);
  expect(await codes(text.replace('action: send', 'action: @send'))).toEqual(['SOURCE_CHARACTER_RESERVED']);
  expect(await codes(text.replace('operations:', '@operations'))).toEqual(['SOURCE_CHARACTER_RESERVED']);
});

test('the version is known from a damaged line, as long as it stands there', async () => {
  for (const line of ['asyncapi: "3.1.0', 'asyncapi: "3.1.0" beta', 'asyncapi: @3.1.0']) {
    const { contract } = await readExample(HEAD.replace('asyncapi: 3.1.0', line));
    expect(contract, line).toMatchObject({ asyncapi: expect.stringContaining('3.1.0'), info: { title: 'Orders' } });
  }
});

test('what is wrong elsewhere is told all the same', async () => {
  const text = `${HEAD.replace('version: 1.0.0', 'version: @1')}channels:\n  placed:\n    adress: orders.placed\n`;
  expect(await codes(text)).toEqual(['SOURCE_CHARACTER_RESERVED', 'GRAMMAR_UNKNOWN_FIELD']);
});

test('a contract of a damaged document says that it is incomplete, and claims nothing about what is unused', async () => {
  const components = 'components:\n  schemas:\n    id: { type: string }\n';
  const { contract } = await readExample(`${HEAD}channels: @\n${components}`);
  expect(contract).toMatchObject({ incomplete: true, unused: [] });
  const whole = await readExample(HEAD + components);
  expect(whole.contract?.incomplete).toBeUndefined();
  expect(contract?.digest).not.toBe(whole.contract?.digest);
});

test('a damaged file that others refer to makes the document incomplete, and its references no mistakes', async () => {
  const { contract, findings } = await readExample({
    'asyncapi.yaml': `${HEAD}components:
  messages:
    a: { $ref: 'messages.yaml#/a' }
    b: { $ref: 'messages.yaml#/b' }
`,
    'messages.yaml': 'a: @\nb:\n  name: B\n',
  });
  expect(findings.map(({ code, origin }) => `${code} ${origin.source}`)).toEqual([
    'SOURCE_CHARACTER_RESERVED messages.yaml',
  ]);
  expect(contract?.incomplete).toBe(true);
});
