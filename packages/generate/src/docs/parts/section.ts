import { number } from '../../words/count.ts';
import { type Html, html, NOTHING } from '../html.ts';

interface Options {
  /** How many things the section lists. */
  readonly total?: number;
}

/** A part of a page under a heading that can be pointed to: `#links`. */
export function section(id: string, title: string, body: Html, { total }: Options = {}): Html {
  return html`<section class="section" aria-labelledby="${id}"><div class="section-head"><h2 id="${id}">${title}${
    total === undefined ? NOTHING : html` <span class="section-total number">${number(total)}</span>`
  }${anchor(id, title)}</h2></div>${body}</section>
`;
}

/** A link to the place itself, shown when one points at it: what people copy to send others there. */
export function anchor(id: string, what: string): Html {
  return html`<a class="anchor" href="#${encodeURI(id)}" aria-label="Link to ${what}">#</a>`;
}

/** Words in place of a list that has nothing in it. */
export function empty(words: string): Html {
  return html`<p class="empty">${words}</p>`;
}
