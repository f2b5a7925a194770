import type { Action } from '@portolan/contract';
import { index } from '../lookup.ts';
import type { Chart, Link } from '../model.ts';
import { type Found, findAmong, type Subject } from './find.ts';

/** Answer to who sends or receives: the thing that was meant with the links that answer, or why there is none. */
export type Parties =
  | { readonly found: 'one'; readonly subject: Subject<'message' | 'channel'>; readonly links: readonly Link[] }
  | Exclude<Found<'message' | 'channel'>, { found: 'one' }>;

/**
 * The links that send a message, or anything on a channel.
 *
 * @param nameOrId of the message or of the channel; see `find` for what is understood
 */
export function whoSends(chart: Chart, nameOrId: string): Parties {
  return parties(chart, nameOrId, 'send');
}

/** The links that receive a message, or anything on a channel. */
export function whoReceives(chart: Chart, nameOrId: string): Parties {
  return parties(chart, nameOrId, 'receive');
}

function parties(chart: Chart, nameOrId: string, action: Action): Parties {
  const found = findAmong(chart, ['message', 'channel'], nameOrId);
  if (found.found !== 'one') return found;
  const { linksOfMessage, linksOfChannel } = index(chart);
  const { kind, node } = found.subject;
  const links = (kind === 'message' ? linksOfMessage : linksOfChannel).get(node.id) ?? [];
  return { ...found, links: links.filter(link => link.action === action) };
}
