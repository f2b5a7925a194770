import { STROKES } from '../../icons.ts';
import { drawing, element } from './element.ts';

/** A button that opens the navigation where the window is too narrow to show it. */
export function menu(place: Element): void {
  const side = place.closest<HTMLElement>('.side');
  if (!side) return;
  const button = element('button', { type: 'button', class: 'side-menu', 'aria-controls': 'side-body' });
  const draw = () => {
    const open = side.dataset.open === 'true';
    button.setAttribute('aria-expanded', String(open));
    button.replaceChildren(
      drawing(open ? STROKES.close : STROKES.menu, 20),
      element('span', { class: 'unseen' }, 'Menu'),
    );
  };
  button.addEventListener('click', () => {
    side.dataset.open = String(side.dataset.open !== 'true');
    draw();
  });
  draw();
  place.replaceWith(button);
}
