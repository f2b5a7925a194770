import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { reportOf } from '../report.ts';
import { FORMATS } from './formats.ts';
import { print } from './index.ts';
import { jsonSchema } from './json-schema.ts';
import { findingAt as finding } from './test-support.ts';

const text = `asyncapi: 3.1.0
info:
  title: Orders
channels:
  placed:
    address: orders?x=1
`;

const report = reportOf([
  {
    location: 'orders.yaml',
    title: 'Orders',
    asyncapi: '3.1.0',
    files: [{ location: 'orders.yaml', text }],
    findings: [
      finding('CHANNEL_ADDRESS_QUERY', 'error', 'The address holds a query.', 6, [14, 24]),
      finding('INFO_VERSION', 'warning', 'There is no | version.', 2, [1, 5]),
    ],
  },
  { location: 'good.yaml', title: 'Good', asyncapi: '2.6.0', files: [], findings: [] },
]);

describe('text', () => {
  test('shows each finding with its line, a caret under the place, and what to do', () => {
    expect(print('text', report)).toBe(`orders.yaml  Orders  AsyncAPI 3.1.0

  warning INFO_VERSION  orders.yaml:2:1
  There is no | version.
    1 | asyncapi: 3.1.0
  > 2 | info:
      | ^^^^
  help: Mend it.

  error CHANNEL_ADDRESS_QUERY  orders.yaml:6:14
  The address holds a query.
    5 |   placed:
  > 6 |     address: orders?x=1
      |              ^^^^^^^^^^
  help: Mend it.

2 documents: 1 error, 1 warning
`);
  });

  test('says one line when there is nothing to say', () => {
    expect(print('text', reportOf(report.documents.slice(1)))).toBe('1 document: no findings\n');
  });

  test('colours only when asked to', () => {
    expect(print('text', report)).not.toContain('\u001b');
    expect(print('text', report, { color: true })).toContain('\u001b[1;31merror\u001b[0m');
  });

  test('masks secrets in the lines it shows', () => {
    const leaky = `address: amqp://guest:s3cret@example.com`;
    const files = [{ location: 'orders.yaml', text: leaky }];
    const shown = print(
      'text',
      reportOf([{ location: 'orders.yaml', files, findings: [finding('A_B', 'info', 'Look.', 1, [1, 8])] }]),
    );
    expect(shown).toContain('> 1 | address: amqp://guest:******@example.com');
    expect(shown).not.toContain('s3cret');
  });

  test('lets no document control the terminal', () => {
    const evil = finding('A_B', 'info', 'Title \u001b]0;owned\u0007.', 1, [1, 2]);
    const files = [{ location: 'orders.yaml', text: 'a: "\u001b[2J"' }];
    const shown = print(
      'text',
      reportOf([{ location: 'orders.yaml', title: '\u001b[31mred', files, findings: [evil] }]),
    );
    expect(shown).not.toContain('\u001b');
    expect(shown).not.toContain('\u0007');
  });

  test('shows a window of a long line, with the caret in it', () => {
    const long = `{"a": "${'x'.repeat(300)}", "bad": 1, "z": "${'y'.repeat(300)}"}`;
    const column = long.indexOf('"bad"') + 1;
    const files = [{ location: 'orders.yaml', text: long }];
    const shown = print(
      'text',
      reportOf([
        { location: 'orders.yaml', files, findings: [finding('A_B', 'info', 'Bad.', 1, [column, column + 5])] },
      ]),
    );
    const [line, carets] = shown.split('\n').slice(4, 6) as [string, string];
    expect(line.length).toBeLessThan(130);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('"bad"');
  });

  test('shows a finding whose range is beyond the end of the file, only without its line', () => {
    const files = [{ location: 'orders.yaml', text: 'a: 1' }];
    const shown = print(
      'text',
      reportOf([{ location: 'orders.yaml', files, findings: [finding('A_B', 'info', 'Gone.', 9, [1, 2])] }]),
    );
    expect(shown).toContain('info A_B  orders.yaml:9:1\n  Gone.\n  help: Mend it.');
  });
});

describe('json', () => {
  test('has the documented shape', () => {
    expect(JSON.parse(print('json', report))).toEqual({
      portolan: 'findings/1',
      documents: [
        {
          location: 'orders.yaml',
          title: 'Orders',
          asyncapi: '3.1.0',
          findings: [
            {
              code: 'INFO_VERSION',
              severity: 'warning',
              message: 'There is no | version.',
              help: 'Mend it.',
              origin: { source: 'orders.yaml', pointer: '/x' },
              range: { start: { line: 2, column: 1 }, end: { line: 2, column: 5 } },
            },
            {
              code: 'CHANNEL_ADDRESS_QUERY',
              severity: 'error',
              message: 'The address holds a query.',
              help: 'Mend it.',
              origin: { source: 'orders.yaml', pointer: '/x' },
              range: { start: { line: 6, column: 14 }, end: { line: 6, column: 24 } },
            },
          ],
        },
        { location: 'good.yaml', title: 'Good', asyncapi: '2.6.0', findings: [] },
      ],
      summary: { documents: 2, clean: 1, findings: { error: 1, warning: 1, info: 0 }, suppressed: 0 },
    });
  });

  test('is valid by the published JSON Schema, which does look inside', () => {
    const validate = new Ajv({ strict: true, strictTypes: false }).compile(jsonSchema);
    const printed = JSON.parse(print('json', report));
    validate(printed);
    expect(validate.errors).toBeNull();
    printed.documents[0].findings[0].range.start.line = 0;
    expect(validate(printed)).toBe(false);
  });
});

describe('markdown', () => {
  test('is a table with the worst first', () => {
    expect(print('markdown', report)).toBe(`**1 error, 1 warning** in 2 documents

| | Where | Finding | What to do |
| --- | --- | --- | --- |
| ❌ error | \`orders.yaml:6\` | The address holds a query.<br>\`CHANNEL_ADDRESS_QUERY\` | Mend it. |
| ⚠️ warning | \`orders.yaml:2\` | There is no \\| version.<br>\`INFO_VERSION\` | Mend it. |
`);
  });

  test('keeps a document’s words from being read as HTML, as markup or as a mention', () => {
    const odd = finding('A_B', 'info', 'Name <img src=x> *bold* `<kept>` @everyone.', 1, [1, 2]);
    const shown = print('markdown', reportOf([{ location: 'orders.yaml', files: [], findings: [odd] }]));
    expect(shown).toContain('Name &lt;img src=x&gt; \\*bold\\* `<kept>` @\u2060everyone.');
  });

  test('stays short enough for a comment, and says what it leaves out', () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      finding('A_B', 'info', `Number ${index}.`, index + 1, [1, 2]),
    );
    const shown = print('markdown', reportOf([{ location: 'orders.yaml', files: [], findings: many }]));
    const told = shown.split('\n').filter(line => line.startsWith('| ℹ️')).length;
    expect(new TextEncoder().encode(shown).length).toBeLessThan(65_536);
    expect(shown).toMatch(new RegExp(`… and ${2000 - told} more\\.\\n$`));
  });
});

test('findings come in the order of the text, whatever order they were made in', () => {
  const [document] = report.documents;
  const shuffled = reportOf([
    { ...(document as (typeof report.documents)[0]), findings: [...(document?.findings ?? [])].reverse() },
  ]);
  for (const format of FORMATS) {
    const straight = reportOf(report.documents.slice(0, 1));
    expect(print(format, shuffled)).toBe(print(format, straight));
  }
});

test.each(FORMATS)('%s ends with a line break and lets no document control a terminal', format => {
  const evil = finding('A_B', 'error', 'Title \u001b]0;owned\u0007 \u202e.', 1, [1, 2]);
  const files = [{ location: 'orders.yaml', text: 'a: "\u001b[2J"' }];
  const shown = print(
    format,
    reportOf([{ location: 'orders\u001b[2J.yaml', title: '\u001b[31mred', files, findings: [evil] }]),
  );
  expect(shown).toMatch(/[^\n]\n$/);
  expect(shown).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('an unknown format is refused with the names there are', () => {
  expect(() => print('xml', report)).toThrow(
    expect.objectContaining({
      code: 'CHECKS_FORMAT_UNKNOWN',
      help: 'Choose one of: text, json, markdown, sarif, junit, github, gitlab, html.',
    }),
  );
});

test('what excludes hide is counted, and settings files are not', () => {
  const found = finding('INFO_VERSION', 'warning', 'There is no version.', 2, [1, 5]);
  const mistake = finding('SETTINGS_VALUE_WRONG', 'error', 'It is wrong.', 1, [1, 2]);
  const hidden = { finding: found, reason: 'Not yet.', until: '2027-01-31' };
  const mixed = reportOf([
    { location: 'portolan.yaml', settings: true, findings: [mistake], files: [] },
    { location: 'orders.yaml', findings: [], suppressed: [hidden], files: [] },
  ]);
  for (const format of ['text', 'github']) {
    expect(print(format, mixed)).toContain('1 document: 1 error (1 excluded)');
  }
  for (const format of ['markdown', 'html']) expect(print(format, mixed)).toContain('in 1 document, 1 excluded');
  for (const format of ['gitlab', 'junit', 'text']) expect(print(format, mixed)).not.toContain('There is no version');
  const printed = JSON.parse(print('json', mixed));
  const validate = new Ajv({ strict: true, strictTypes: false }).compile(jsonSchema);
  validate(printed);
  expect(validate.errors).toBeNull();
  expect(printed.documents[0].settings).toBe(true);
  expect(printed.documents[1].suppressed).toMatchObject([
    { code: 'INFO_VERSION', reason: 'Not yet.', until: '2027-01-31' },
  ]);
  expect(printed.summary).toMatchObject({ documents: 1, clean: 1, suppressed: 1 });
});
