import { expect, test } from 'vitest';
import { print } from './index.ts';
import { findingAt, report, reportWith } from './test-support.ts';

const bodyOf = (page: string) => page.slice(page.indexOf('<body>'));

test('is a page with the findings of each document and the lines they are about', () => {
  expect(bodyOf(print('html', report))).toBe(`<body>
<h1>1 error, 1 warning in 2 documents</h1>
<p class="quiet">Findings of Portolan about AsyncAPI documents</p>
<fieldset>
<legend>Show</legend>
<label class="error"><input type="checkbox" id="show-error" checked> <span class="severity">1 error</span></label>
<label class="warning"><input type="checkbox" id="show-warning" checked> <span class="severity">1 warning</span></label>
</fieldset>
<section id="document-1">
<h2>orders.yaml</h2>
<p class="quiet">Orders · AsyncAPI 3.1.0 · 1 error, 1 warning</p>
<article class="finding warning">
<p><span class="severity">warning</span> <code>INFO_VERSION</code> <span class="quiet">orders.yaml:2:1</span></p>
<h3>There is no <code>&lt;version&gt;</code>.</h3>
<pre class="frame"><span class="number">1 </span>asyncapi: 3.1.0
<span class="number">2 </span><mark>info</mark>:</pre>
<p>Mend it.</p>
</article>
<article class="finding error">
<p><span class="severity">error</span> <code>CHANNEL_ADDRESS_QUERY</code> <span class="quiet">orders.yaml:6:14</span></p>
<h3>The address holds a query.</h3>
<pre class="frame"><span class="number">5 </span>  placed:
<span class="number">6 </span>    address: <mark>orders?x=1</mark></pre>
<p><span class="quiet">common/shared channels.yaml:5:3</span> The channel is here.</p>
<p>Mend it.</p>
</article>
</section>
<section>
<h2>Without findings</h2>
<ul class="clean">
<li>good.yaml <span class="quiet">Good</span></li>
</ul>
</section>
</body>
</html>
`);
});

test('needs no script and no other file, and says so to the browser', () => {
  const page = print('html', report);
  expect(page).not.toMatch(/<script|<link|<img|\bsrc=|\bon\w+=|url\(|@import/i);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).toContain('color-scheme: light dark');
});

test('has contents where several documents have findings, and links that lead there', () => {
  const [first] = report.documents;
  const page = print('html', {
    ...report,
    documents: [first, { ...first, location: 'other.yaml' }] as typeof report.documents,
  });
  const targets = Array.from(page.matchAll(/href="#([^"]+)"/g), match => match[1]);
  expect(targets).toEqual(['document-1', 'document-2']);
  for (const target of targets) expect(page).toContain(`<section id="${target}">`);
});

test('links a code to its page when it is told where the pages are and knows the kind', () => {
  const kinds = [
    { code: 'INFO_VERSION', severity: 'warning', says: '', why: '', help: '', bad: '', good: '' } as const,
  ];
  const page = print('html', report, { kinds, docs: 'https://docs.example.com/rules/' });
  expect(page).toContain('<a href="https://docs.example.com/rules/info-version.md"><code>INFO_VERSION</code></a>');
  expect(page).not.toContain('channel-address-query.md');
});

test('shows a document’s words as words', () => {
  const evil = findingAt('A_B', 'info', '</h3><script>alert(1)</script> `<b>` \u202e', 1, [1, 2]);
  const files = [{ location: 'orders.yaml', text: '<img src=x onerror=alert(1)>' }];
  const page = print('html', reportWith([evil], { title: '<i>', location: '"><a>', files }));
  expect(bodyOf(page)).not.toMatch(/<script|<img|<i>|<b>|<a>/);
  expect(page).toContain('&lt;/h3&gt;&lt;script&gt;alert(1)&lt;/script&gt; <code>&lt;b&gt;</code> \ufffd');
  expect(page).toContain('<mark>&lt;</mark>img src=x onerror=alert(1)&gt;');
});

test('masks secrets in the lines it shows', () => {
  const files = [{ location: 'orders.yaml', text: 'address: amqp://guest:s3cret@example.com' }];
  const page = print('html', reportWith([findingAt('A_B', 'error', 'Look.', 1, [1, 8])], { files }));
  expect(page).toContain('<mark>address</mark>: amqp://guest:******@example.com');
  expect(page).not.toContain('s3cret');
});

test('a page without findings says what was looked at', () => {
  const page = print('html', reportWith([]));
  expect(page).toContain('<h1>no findings in 1 document</h1>');
  expect(page).toContain('<li>orders.yaml</li>');
  expect(page).not.toContain('<fieldset>');
});
