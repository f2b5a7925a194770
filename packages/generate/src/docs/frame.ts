import { number } from '../words/count.ts';
import { type Html, html, NOTHING } from './html.ts';
import type { DocsInput } from './model.ts';
import { LISTS, listedKinds } from './pages/lists.ts';
import type { Page } from './pages/page.ts';
import { icon, rose } from './parts/icon.ts';
import { FOLDERS, type PlaceKind } from './places.ts';
import { partial } from './templates.ts';

/**
 * Nothing runs, looks or leads but what lies in the folder itself, and nothing is asked of anybody. `file:` is for readers
 * who open the folder from a disk, where some browsers take no file for a page's own.
 */
const POLICY =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; font-src 'self' file:; base-uri 'none'; form-action 'none'";

/** The kinds that stand together in the navigation. */
const GROUPS: readonly (readonly PlaceKind[])[] = [
  ['service', 'channel', 'message', 'server'],
  ['team', 'domain'],
  ['document'],
];

/** A page with everything around it, as a file of the site. */
export function framed(page: Page, { title: site, templates }: DocsInput): string {
  const { at, title, summary, body } = page;
  const { root } = at;
  const path = `${page.path}.html`;
  const slots = { title, site, root, path };
  const own = (name: Parameters<typeof partial>[1], look: string): Html => {
    const text = partial(templates, name, slots);
    return text ? html`<div class="${look}">${text}</div>` : NOTHING;
  };
  const name = title === site ? site : `${title} · ${site}`;
  const style =
    templates?.style === undefined
      ? NOTHING
      : html`
<link rel="stylesheet" href="${root}assets/style.css">`;
  const logo =
    templates?.logo === undefined ? rose(26) : html`<img src="${root}assets/${templates.logo}" alt="" height="26">`;
  return html`<!doctype html>
<html lang="en" data-root="${root}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
<meta name="description" content="${summary}">
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/portolan.css">${style}
<script src="${root}assets/portolan.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<div class="frame">
<header class="side"><div class="side-head"><a class="side-logo" href="${root}index.html">${logo}<span class="side-title">${site}</span></a><span data-menu></span></div>
<div class="side-body" id="side-body"><div data-find></div>${navigation(page)}${own('side.html', 'own-side')}<div class="side-foot"><span class="side-made faint">Charted by Portolan</span><span data-theme-switch></span></div></div></header>
<div class="main-column">${own('header.html', 'own-header')}<main id="main" tabindex="-1" class="main">${body}</main>${own('footer.html', 'own-footer')}</div>
</div>
</body>
</html>
`.html;
}

function navigation({ at, kind, path }: Page): Html {
  const present = new Set(listedKinds(at));
  const lists = GROUPS.map(group => group.filter(each => present.has(each))).filter(group => group.length > 0);
  const home = path === 'index' ? html` aria-current="page"` : NOTHING;
  return html`<nav aria-label="Pages" class="side-nav"><ul><li><a class="side-link" href="${at.root}index.html"${home}>${icon('home')}Overview</a></li></ul>${lists.map(
    group =>
      html`<ul>${group.map(each => {
        const { name, icon: sign, total } = LISTS[each];
        const current = kind === each ? html` aria-current="${path === FOLDERS[each] ? 'page' : 'true'}"` : NOTHING;
        return html`<li><a class="side-link" href="${at.root}${FOLDERS[each]}.html"${current}>${icon(sign)}${name}<span class="side-total number">${number(total(at))}</span></a></li>`;
      })}</ul>`,
  )}</nav>`;
}
