import { type IconName, ROSE, STROKES } from '../../icons.ts';
import { type Html, html } from '../html.ts';

/** A small drawing beside a word. It says nothing by itself: screen readers skip it. */
export function icon(name: IconName, size = 16): Html {
  return html`<svg class="icon" width="${size}" height="${size}" viewBox="0 0 16 16" aria-hidden="true"><path d="${STROKES[name]}"/></svg>`;
}

/** The compass rose of Portolan. */
export function rose(size = 24): Html {
  return html`<svg class="rose" width="${size}" height="${size}" viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="15"/><path class="rose-star" d="${ROSE.star}"/><path class="rose-half" d="${ROSE.half}"/></svg>`;
}

/** The rose as a picture of its own, for the tab of a browser. */
export const ROSE_PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>.s{fill:#1b4f86}.h{fill:#b0452a}@media (prefers-color-scheme:dark){.s{fill:#86b9f0}.h{fill:#f3957a}}</style><path class="s" d="${ROSE.star}"/><path class="h" d="${ROSE.half}"/></svg>
`;
