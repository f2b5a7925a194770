import MarkdownIt from 'markdown-it';
import { type Html, html, NOTHING, safe } from './html.ts';

/**
 * CommonMark with tables. HTML in a text stays text, addresses that would run code are no links, and pictures are links to
 * where they are, because a page asks nobody for anything.
 */
const reader = new MarkdownIt('default', { html: false, linkify: true, typographer: false });

// Only whole addresses become links: `orders.created` is a name, not a host.
reader.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

reader.renderer.rules.heading_open = () => '<p class="prose-heading"><strong>';
reader.renderer.rules.heading_close = () => '</strong></p>\n';
reader.renderer.rules.fence = (tokens, index) => code(tokens[index]?.content ?? '');
reader.renderer.rules.code_block = (tokens, index) => code(tokens[index]?.content ?? '');
reader.renderer.rules.table_open = () =>
  '<div class="prose-table" tabindex="0" role="group" aria-label="Table"><table>\n';
reader.renderer.rules.table_close = () => '</table></div>\n';
for (const cell of ['th_open', 'td_open'] as const) {
  reader.renderer.rules[cell] = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    const aligned = /center|right/.exec(String(token?.attrGet('style') ?? ''))?.[0];
    // A style in the page is what its policy forbids.
    if (token) token.attrs = aligned === undefined ? null : [['class', `prose-${aligned}`]];
    return self.renderToken(tokens, index, options);
  };
}
reader.renderer.rules.image = (tokens, index) => {
  const token = tokens[index];
  const label = token?.content || 'picture';
  return html`<a class="link" href="${token?.attrGet('src') ?? ''}" rel="noreferrer">${label}</a>`.html;
};
reader.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('class', 'link');
  tokens[index]?.attrSet('rel', 'noreferrer');
  return self.renderToken(tokens, index, options);
};

/** Addresses that a description may lead to: of the web and of mail; others mean nothing in a page of the site. */
reader.validateLink = address => /^(?:https?:|mailto:|#)/i.test(address.trim());

function code(text: string): string {
  return html`<pre class="prose-code" tabindex="0"><code>${text}</code></pre>\n`.html;
}

/** A description as its author meant it. */
export function prose(text: string | undefined): Html {
  if (text === undefined || text.trim() === '') return NOTHING;
  return html`<div class="prose">${blocks(text)}</div>`;
}

/** Plain words are most of what there is: nothing in them needs a reader. */
const PLAIN = /^(?!.*:\/\/)[\p{L}\p{N} ,.:;()'"/?%€$+=-]*$/u;

/** The paragraphs, lists and tables of a description without the box around them. */
export function blocks(text: string): Html {
  const words = text.trim();
  // A line that begins with a mark may be a list or a heading.
  if (PLAIN.test(words) && /^\p{L}/u.test(words)) return html`<p>${words}</p>`;
  return safe(reader.render(text).trimEnd());
}

/** One line of such text, for places where a paragraph would be too much. */
export function inline(text: string | undefined): Html {
  if (text === undefined) return NOTHING;
  return PLAIN.test(text) ? html`${text}` : safe(reader.renderInline(text));
}

/** The first sentence or so of a text without its marks, for lists and for the search. */
export function gist(text: string | undefined, most = 140): string {
  const first = text?.trim().split(/\n\s*\n/)[0] ?? '';
  const plain = first
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\s*-]+|`/gm, '')
    .replace(/(\*{1,3})([^*\s](?:[^*]*[^*\s])?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}
