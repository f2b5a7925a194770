import { element } from './element.ts';

/** From this many rows on, a list can be narrowed by typing. */
const MANY = 12;

/** A field above a list that hides the rows in which the words do not stand. */
export function rowFilter(place: HTMLElement): void {
  const rows = [...place.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  if (rows.length < MANY) return;
  const texts = rows.map(row => (row.textContent ?? '').toLowerCase());
  const input = element('input', {
    type: 'search',
    class: 'row-filter',
    placeholder: `Filter ${place.dataset.filter}`,
    'aria-label': `Filter ${place.dataset.filter}`,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const status = element('p', { class: 'row-filter-status faint', role: 'status' });
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/);
    let shown = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every(word => texts[index]?.includes(word));
      if (!row.hidden) shown++;
    });
    status.textContent =
      input.value.trim() === '' ? '' : shown === 0 ? 'Nothing matches.' : `${shown} of ${rows.length}`;
  });
  place.prepend(input, status);
}

/** The arrow keys move the focus to the first link of the row above or below. */
export function walkRows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (!(event.target instanceof HTMLElement)) return;
  const row = event.target.closest('tbody tr');
  const step = event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling';
  let next = row?.[step];
  while (next instanceof HTMLElement && next.hidden) next = next[step];
  const link = next?.querySelector<HTMLElement>('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
}
