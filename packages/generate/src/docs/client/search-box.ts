import { type IconName, STROKES } from '../../icons.ts';
import { drawing, element } from './element.ts';
import type { Hit } from './find.ts';
import { siteSearch } from './site-search.ts';

const MOST = 30;

const HEADINGS: Readonly<Record<string, readonly [string, IconName]>> = {
  service: ['Services', 'service'],
  channel: ['Channels', 'channel'],
  message: ['Messages', 'message'],
  field: ['Fields', 'field'],
  server: ['Servers', 'map'],
  team: ['Teams', 'team'],
  domain: ['Domains', 'domain'],
  document: ['Documents', 'document'],
};

let boxes = 0;

/** A field to search in, with its results below: arrow keys choose, Enter goes there. */
export function searchBox(inside: 'page' | 'dialog'): { box: HTMLElement; input: HTMLInputElement } {
  const base = `search-${++boxes}`;
  const input = element('input', {
    type: 'text',
    role: 'combobox',
    'aria-label': 'Search',
    'aria-expanded': 'false',
    'aria-controls': `${base}-list`,
    'aria-autocomplete': 'list',
    placeholder: 'Search services, channels, messages, fields…',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const status = element('span', { class: 'unseen', role: 'status' });
  const list = element('div', {
    role: 'listbox',
    id: `${base}-list`,
    'aria-label': 'Results',
    class: 'search-results',
  });
  list.hidden = true;
  const field = element(
    'div',
    { class: 'search-field' },
    drawing(STROKES.search, 18),
    input,
    element('kbd', {}, inside === 'dialog' ? 'esc' : '/'),
  );
  const box = element(
    'div',
    { class: inside === 'dialog' ? 'search-box search-box-inline' : 'search-box' },
    field,
    status,
    list,
  );

  let hits: readonly Hit[] = [];
  let current = 0;
  const root = document.documentElement.dataset.root ?? '';

  const point = (to: number) => {
    current = to;
    list.querySelectorAll('[role="option"]').forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === current));
      if (index !== current) return;
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    });
  };
  const show = (visible: boolean) => {
    list.hidden = !visible;
    input.setAttribute('aria-expanded', String(visible));
    if (!visible) input.removeAttribute('aria-activedescendant');
  };
  const draw = (question: string) => {
    list.replaceChildren(...options(hits, base, root, index => point(index)));
    const words = hits.length === 0 ? 'Nothing was found' : `${hits.length} found`;
    status.textContent = question === '' ? '' : words;
    if (question !== '' && hits.length === 0) list.append(element('p', { class: 'search-none faint' }, `${words}.`));
    show(question !== '');
    if (hits.length > 0) point(0);
  };
  const ask = async () => {
    const question = input.value.trim();
    try {
      const find = await siteSearch();
      if (question !== input.value.trim()) return;
      hits = question === '' ? [] : grouped(find(question, MOST));
      draw(question);
    } catch (error) {
      list.replaceChildren(element('p', { class: 'search-none faint' }, (error as Error).message));
      show(true);
    }
  };
  input.addEventListener('input', ask);
  input.addEventListener('focus', () => void siteSearch().catch(() => undefined));
  input.addEventListener('blur', () => {
    if (inside === 'page') show(false);
  });
  input.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      show(true);
      point((current + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      const hit = hits[current];
      if (hit) location.href = root + hit.href;
    } else if (event.key === 'Escape' && inside === 'page') show(false);
  });
  return { box, input };
}

/** Hits of one kind stand together; the kind with the best hit comes first. */
function grouped(hits: readonly Hit[]): Hit[] {
  const kinds = [...new Set(hits.map(hit => hit.kind))];
  return kinds.flatMap(kind => hits.filter(hit => hit.kind === kind));
}

function options(hits: readonly Hit[], base: string, root: string, point: (index: number) => void): HTMLElement[] {
  return hits.flatMap((hit, index) => {
    const [heading, icon] = HEADINGS[hit.kind] ?? [hit.kind, 'document'];
    const option = element(
      'div',
      { role: 'option', id: `${base}-${index}`, class: 'search-option', 'aria-selected': 'false' },
      drawing(STROKES[icon]),
      element('span', { class: 'search-name' }, hit.name),
      element('span', { class: 'search-context' }, hit.context),
    );
    option.addEventListener('mousemove', () => point(index));
    option.addEventListener('mousedown', event => event.preventDefault());
    option.addEventListener('click', () => {
      location.href = root + hit.href;
    });
    if (hit.kind === hits[index - 1]?.kind) return [option];
    return [element('div', { class: 'search-heading', role: 'presentation' }, heading), option];
  });
}
