import type { Action } from '../model.ts';

/**
 * First words that say what the application itself does. `publish` and `subscribe` count too: in an operation's own name
 * they describe the service, whatever 2.x means by the keyword.
 */
const WORDS: Readonly<Record<Action, readonly string[]>> = {
  send: ['send', 'publish', 'emit', 'produce', 'broadcast', 'dispatch', 'announce', 'raise', 'push', 'transmit'],
  receive: [
    'receive',
    'on',
    'handle',
    'consume',
    'listen',
    'react',
    'subscribe',
    'when',
    'ingest',
    'accept',
    'process',
  ],
};

/** The action that the first word of an identifier or a sentence points at; most say nothing. */
export function actionOf(words: string): { word: string; points: Action } | undefined {
  const first = /^[^\p{L}]*(\p{Lu}?\p{Ll}+|\p{Lu}+)/u.exec(words)?.[1]?.toLowerCase();
  if (first === undefined) return undefined;
  for (const points of ['send', 'receive'] as const) {
    if (WORDS[points].some(word => forms(word).includes(first))) return { word: first, points };
  }
  return undefined;
}

/** `publish`, `publishes`, `publishing`, `published`: sentences inflect what identifiers do not. */
function forms(word: string): string[] {
  if (word === 'on' || word === 'when') return [word];
  const stem = word.endsWith('e') ? word.slice(0, -1) : word;
  const third = /(sh|ch|ss)$/.test(word) ? `${word}es` : `${word}s`;
  return [word, third, `${stem}ing`];
}

/** First words of keys that say on which side of the service a channel is. */
const SIDES: Readonly<Record<Action, readonly string[]>> = {
  send: ['out', 'outgoing', 'outbound', 'produced', 'published', 'sent', 'emitted'],
  receive: ['in', 'incoming', 'inbound', 'consumed', 'subscribed', 'received'],
};

/** The action that the first word of a channel's key points at: `in_orders`, `outgoing-orders`, `consumedOrders`. */
export function sideOf(key: string): Action | undefined {
  const first = /^([\p{Lu}]?[\p{Ll}]+|\p{Lu}+)(?=[_.:\-\p{Lu}])/u.exec(key)?.[1]?.toLowerCase();
  if (first === undefined) return undefined;
  return (['send', 'receive'] as const).find(action => SIDES[action].includes(first));
}
