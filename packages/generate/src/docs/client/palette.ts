import { STROKES } from '../../icons.ts';
import { drawing, element } from './element.ts';
import { searchBox } from './search-box.ts';

/** Opens the search over the page. */
let open = () => {};

/** The search over every page, opened by `/`, by Ctrl-K, or by the button in the navigation. */
export function palette(place: Element): void {
  const { box, input } = searchBox('dialog');
  const dialog = element('dialog', { class: 'palette', 'aria-label': 'Search' }, box);
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  open = () => {
    dialog.showModal();
    input.select();
  };
  const button = element(
    'button',
    { type: 'button', class: 'side-search' },
    drawing(STROKES.search, 14),
    'Search',
    element('kbd', {}, '/'),
  );
  button.addEventListener('click', open);
  place.replaceWith(button);
  document.addEventListener('keydown', event => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
    const wanted = (event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
    if (!wanted || dialog.open) return;
    event.preventDefault();
    open();
  });
}

/** A button at the head of narrow windows. */
export function findButton(): HTMLElement {
  const button = element(
    'button',
    { type: 'button', class: 'side-menu side-find' },
    drawing(STROKES.search, 20),
    element('span', { class: 'unseen' }, 'Search'),
  );
  button.addEventListener('click', () => open());
  return button;
}
