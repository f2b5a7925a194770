import { STROKES } from '../../icons.ts';
import { drawing, element } from './element.ts';

/** The same as the portal's: who chose there has chosen here, where both have the same address. */
const KEY = 'portolan-theme';

/** Puts the theme that was chosen before in force, before anything is drawn. */
export function recallTheme(): void {
  try {
    const chosen = localStorage.getItem(KEY);
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  } catch {
    // Storage may be forbidden, as it is for files in some browsers: the system decides.
  }
}

/** A button that switches between light and dark. */
export function themeSwitch(place: Element): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const button = element('button', { type: 'button', class: 'side-theme' });
  const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const draw = () => {
    const next = isDark() ? 'light' : 'dark';
    button.title = `Switch to ${next}`;
    button.replaceChildren(
      drawing(isDark() ? STROKES.sun : STROKES.moon),
      element('span', { class: 'unseen' }, `Switch to the ${next} theme`),
    );
  };
  button.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // The choice then lasts as long as the page.
    }
    draw();
  });
  system.addEventListener('change', draw);
  draw();
  place.replaceWith(button);
}
