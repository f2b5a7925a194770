import { STROKES } from '../../icons.ts';
import { drawing, element } from './element.ts';

const COPIED_FOR_MS = 1_600;

/** A button on a block of code that copies it. */
export function copyButton(block: Element): void {
  const code = block.querySelector('code');
  if (!code || !navigator.clipboard) return;
  const label = block.querySelector('section')?.getAttribute('aria-label') ?? '';
  const button = element('button', { type: 'button', class: 'code-block-copy' });
  const status = element('span', { class: 'unseen', role: 'status' });
  const draw = (copied: boolean) => {
    button.replaceChildren(
      drawing(copied ? STROKES.check : STROKES.copy, 14),
      copied ? 'Copied' : 'Copy',
      element('span', { class: 'unseen' }, ` ${label}`),
    );
    status.textContent = copied ? `Copied ${label}` : '';
  };
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent ?? '');
    draw(true);
    setTimeout(() => draw(false), COPIED_FOR_MS);
  });
  draw(false);
  block.prepend(button, status);
}
