import { jsonTokens } from '../../words/json-tokens.ts';
import { type Html, html } from '../html.ts';

/** A value as coloured JSON, or a text as it is. The script of the site adds a button that copies it. */
export function codeBlock(value: unknown, label: string): Html {
  const text = textOf(value);
  // Colours cost a tag for each word: what is long is read for its text.
  const tokens = isJson(text) && text.length < MOST_COLOURED ? jsonTokens(text) : [{ kind: 'plain' as const, text }];
  return html`<div class="code-block"><section tabindex="0" aria-label="${label}"><pre><code>${tokens.map(token =>
    token.kind === 'plain' ? token.text : html`<span class="code-${token.kind}">${token.text}</span>`,
  )}</code></pre></section></div>`;
}

const MOST_COLOURED = 20_000;

/** How a value is shown as code: texts as they are, everything else as JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trimEnd() : (JSON.stringify(value, null, 2) ?? 'undefined');
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}
