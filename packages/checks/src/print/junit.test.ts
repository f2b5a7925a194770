import { expect, test } from 'vitest';
import { print } from './index.ts';
import { findingAt, report, reportWith } from './test-support.ts';

/** Attributes by element, as the JUnit schema of Jenkins (junit-10.xsd) has them; those with `!` it demands. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  testsuites: ['name', 'time', 'tests', 'failures', 'errors'],
  testsuite: ['name!', 'tests!', 'failures!', 'errors!', 'skipped', 'time', 'timestamp', 'hostname', 'id', 'file'],
  testcase: ['name!', 'classname', 'time', 'group'],
  failure: ['type', 'message'],
  'system-out': [],
};

test('is a suite per document and a case per finding, one that passes where there is none', () => {
  expect(print('junit', report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Portolan" tests="3" failures="2" errors="0">
  <testsuite name="orders.yaml" tests="2" failures="2" errors="0" skipped="0">
    <testcase name="INFO_VERSION: There is no \`&lt;version&gt;\`. (/info)" classname="orders">
      <failure type="warning" message="There is no \`&lt;version&gt;\`.">orders.yaml:2:1
There is no \`&lt;version&gt;\`.
  1 | asyncapi: 3.1.0
&gt; 2 | info:
    | ^^^^
help: Mend it.</failure>
    </testcase>
    <testcase name="CHANNEL_ADDRESS_QUERY: The address holds a query. (/channels/placed)" classname="orders">
      <failure type="error" message="The address holds a query.">orders.yaml:6:14
The address holds a query.
  5 |   placed:
&gt; 6 |     address: orders?x=1
    |              ^^^^^^^^^^
common/shared channels.yaml:5:3: The channel is here.
help: Mend it.</failure>
    </testcase>
  </testsuite>
  <testsuite name="good.yaml" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="no findings" classname="good"/>
  </testsuite>
</testsuites>
`);
});

test('a finding that is merely said passes, with its words in the output', () => {
  const said = print('junit', reportWith([findingAt('A_B', 'info', 'Look.', 3, [3, 8])]));
  expect(said).toContain('<testsuite name="orders.yaml" tests="1" failures="0"');
  expect(said).toContain('      <system-out>orders.yaml:3:3\nLook.\n');
  expect(said).not.toContain('<failure');
});

test('uses no element and no attribute that the schema of Jenkins has not', () => {
  const printed = print(
    'junit',
    reportWith([...(report.documents[0]?.findings ?? []), findingAt('A_B', 'info', 'Look.', 3, [3, 8])]),
  );
  const tags = [...printed.matchAll(/<([a-z][\w-]*)((?: [\w-]+="[^"<>]*")*)\/?>/g)];
  expect(tags.length).toBe(printed.match(/<[a-z]/g)?.length);
  for (const [, name = '', attributes = ''] of tags) {
    const known = ELEMENTS[name];
    const written = Array.from(attributes.matchAll(/ ([\w-]+)=/g), match => match[1]);
    expect(
      known?.map(it => it.replace('!', '')),
      name,
    ).toEqual(expect.arrayContaining(written));
    expect(written, name).toEqual(
      expect.arrayContaining(known?.filter(it => it.endsWith('!')).map(it => it.slice(0, -1)) ?? []),
    );
  }
});

test('escapes markup, and puts a mark where XML has no way to write a character', () => {
  const evil = findingAt('A_B', 'error', `<a b="c" d='e'> & ]]> \u0000\u001b\u0085\ufffe\ud800 \u{1f6a2}`, 1, [1, 2]);
  const printed = print('junit', reportWith([evil]));
  expect(printed).toContain(
    'message="&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt; &amp; ]]&gt; \ufffd\ufffd\ufffd\ufffd\ufffd \u{1f6a2}"',
  );
  // Char of XML 1.0, section 2.2.
  expect(printed).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
});

test('masks secrets in the lines it shows', () => {
  const files = [{ location: 'orders.yaml', text: 'address: amqp://guest:s3cret@example.com' }];
  const printed = print('junit', reportWith([findingAt('A_B', 'error', 'Look.', 1, [1, 8])], { files }));
  expect(printed).toContain('address: amqp://guest:******@example.com');
  expect(printed).not.toContain('s3cret');
});
