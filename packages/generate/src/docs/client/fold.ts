import { element } from './element.ts';

/** A button that opens or closes everything in a schema. */
export function foldButton(place: Element): void {
  const schema = place.closest('.schema');
  if (!schema) return;
  const parts = () => [...schema.querySelectorAll('details')];
  const button = element('button', { type: 'button', class: 'link schema-open' });
  const anyClosed = () => parts().some(part => !part.open);
  const draw = () => {
    button.textContent = anyClosed() ? 'Expand all' : 'Collapse all';
  };
  button.addEventListener('click', () => {
    const open = anyClosed();
    for (const part of parts()) part.open = open;
    draw();
  });
  // The event does not bubble, but it can be caught on its way.
  schema.addEventListener('toggle', draw, true);
  draw();
  place.replaceWith(button);
}

/** Opens everything around the place that the address names, and goes there. */
export function showPlace(): void {
  const id = placeNamed(location.hash.slice(1));
  const target = id === '' ? null : document.getElementById(id);
  if (!target) return;
  for (let part: Element | null = target; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) part.open = true;
  }
  target.querySelector('details')?.setAttribute('open', '');
  target.scrollIntoView({ block: 'start' });
}

function placeNamed(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    // Not written by us: a lone percent sign.
    return hash;
  }
}
