import { copyButton } from './copy.ts';
import { foldButton, showPlace } from './fold.ts';
import { menu } from './menu.ts';
import { findButton, palette } from './palette.ts';
import { rowFilter, walkRows } from './rows.ts';
import { searchBox } from './search-box.ts';
import { recallTheme, themeSwitch } from './theme.ts';

// In the head of every page: without this script all is there to be read, with it some of it can be pressed.
document.documentElement.dataset.script = '';
recallTheme();

document.addEventListener('DOMContentLoaded', () => {
  const each = <E extends Element>(selector: string, use: (place: E) => void) =>
    document.querySelectorAll<E>(selector).forEach(place => {
      use(place);
    });
  each('[data-find]', palette);
  each('[data-menu]', place => {
    place.before(findButton());
    menu(place);
  });
  each('[data-theme-switch]', themeSwitch);
  each('[data-search]', place => place.replaceWith(searchBox('page').box));
  each<HTMLElement>('[data-filter]', rowFilter);
  each('[data-fold]', foldButton);
  each('.code-block', copyButton);
  document.addEventListener('keydown', walkRows);
  addEventListener('hashchange', showPlace);
  showPlace();
});
