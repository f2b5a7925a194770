import { expect, test } from 'vitest';
import { html, safe } from './html.ts';

test('texts are escaped, in elements and in attributes', () => {
  const name = `<script>alert("x")</script> & 'co'`;
  expect(html`<b title="${name}">${name}</b>`.html).toBe(
    '<b title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;co&#39;">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;co&#39;</b>',
  );
});

test('markup in markup stays, lists are joined, and what is absent says nothing', () => {
  expect(
    html`<ul>${['a', '<'].map(word => html`<li>${word}</li>`)}</ul>${undefined}${false}${safe('<hr>')}${0}`.html,
  ).toBe('<ul><li>a</li><li>&lt;</li></ul><hr>0');
});
