import type { IconName } from '../../icons.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { icon } from './icon.ts';

interface Head {
  /** What kind of thing this is, above its name, and the list of all of its kind. */
  readonly kind?: string;
  readonly list?: string;
  readonly icon?: IconName;
  readonly title: string;
  /** After the name: a version, a count. */
  readonly after?: Html;
  /** Below: words and facts. */
  readonly body?: Html;
  /** True where the name is code: an address, a path. */
  readonly code?: boolean;
}

/** The head of every page: what it is, its name, and the facts one looks for first. */
export function pageHead(head: Head): Html {
  const word = head.list === undefined ? head.kind : html`<a class="quiet-link" href="${head.list}">${head.kind}</a>`;
  const kind = head.kind ? html`<p class="page-kind">${head.icon ? icon(head.icon, 14) : ''}${word}</p>` : NOTHING;
  const look = head.code ? html` class="mono page-code"` : NOTHING;
  return html`<header class="page-head">${kind}<div class="page-name"><h1${look}>${head.title}</h1>${head.after}</div>${head.body}</header>
`;
}

/** Facts in a row: each its name in small letters and its value below. Those without a value are left out. */
export function facts(all: Readonly<Record<string, Html | string | undefined>>): Html {
  const present = Object.entries(all).filter(([, value]) => value !== undefined && value !== '');
  if (present.length === 0) return NOTHING;
  return html`<dl class="facts">${present.map(([name, value]) => html`<div class="fact"><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Names one after another in a line, parted by commas. */
export function names(all: readonly Html[]): Html {
  return html`<span>${all.map((name, index) => html`${index > 0 ? ', ' : ''}${name}`)}</span>`;
}
