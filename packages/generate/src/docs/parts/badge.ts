import { count, number } from '../../words/count.ts';
import { type Html, html } from '../html.ts';
import type { FindingCounts } from '../model.ts';
import { icon } from './icon.ts';

type Tone = 'plain' | 'send' | 'receive' | 'sand' | 'warning';

/** A short word in a box; its tone repeats what the word says and never says more. */
export function badge(words: Html | string, tone: Tone = 'plain'): Html {
  return html`<span class="badge badge-${tone}">${words}</span>`;
}

/** Protocols as small words. */
export function protocols(names: readonly string[]): Html {
  if (names.length === 0) return html`<span class="faint">None named</span>`;
  return html`<span class="badges">${names.map(name => html`<span class="badge badge-protocol mono">${name}</span>`)}</span>`;
}

/** Whether a service sends or receives, as a word with an arrow. */
export function action(which: 'send' | 'receive'): Html {
  const [arrow, word] = which === 'send' ? ['↗', 'Sends'] : ['↘', 'Receives'];
  return badge(html`<span aria-hidden="true">${arrow}</span> ${word}`, which);
}

const SEVERITIES = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['info', 'note', 'notes'],
] as const;

/** How many findings there are of each severity; nothing to say is said too. */
export function counts(findings: FindingCounts): Html {
  const present = SEVERITIES.filter(([severity]) => findings[severity] > 0);
  if (present.length === 0) return html`<span class="faint">None</span>`;
  return html`<span class="badges">${present.map(([severity, one, many]) => {
    const amount = findings[severity];
    return html`<span class="count count-${severity} number" title="${count(amount, one, many)}">${icon(severity, 13)}${number(amount)}<span class="unseen"> ${amount === 1 ? one : many}</span></span>`;
  })}</span>`;
}
