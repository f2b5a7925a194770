import { count } from '../../words/count.ts';
import { type At, to } from '../at.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { isOwn } from '../known.ts';
import type { DocsLink } from '../model.ts';
import { action } from './badge.ts';
import { confidence } from './evidence.ts';
import { names } from './page-head.ts';
import { empty } from './section.ts';
import { type Column, table } from './table.ts';
import { owner } from './things.ts';

/** Who sends and who receives, senders first, with what each link is worth. */
export function partyTable(at: At, links: readonly DocsLink[], caption: string, by: 'message' | 'channel'): Html {
  if (links.length === 0) return empty('No document says who sends or receives.');
  const reads = by === 'channel' && links.some(({ fields }) => fields && fields.length > 0);
  const columns: Column<DocsLink>[] = [
    { head: 'Service', cell: link => html`${service(at, link.service, 'quiet-link strong')}${through(at, link)}` },
    { head: 'Action', cell: link => action(link.action) },
    by === 'message'
      ? { head: 'Message', cell: link => message(at, link) }
      : { head: 'Channel', wide: true, cell: link => channel(at, link) },
    { head: 'Owner', wide: true, short: true, cell: link => owner(at, at.world.services.get(link.service)?.owner) },
    ...(reads ? [{ head: 'Reads', wide: true, short: true, cell: fields }] : []),
    { head: 'Direction', cell: confidence },
  ];
  return table(caption, columns, sendersFirst(links), { stacks: true });
}

/** What a service sends or receives: message, channel, who is at the other end, and what it is worth. */
export function linkTable(at: At, links: readonly DocsLink[], caption: string, othersHead: string): Html {
  const columns: Column<DocsLink>[] = [
    { head: 'Message', cell: link => message(at, link) },
    { head: 'Channel', cell: link => channel(at, link) },
    { head: othersHead, wide: true, cell: link => others(at, link, links) },
    { head: 'Direction', cell: confidence },
  ];
  return table(caption, columns, links.filter(isOwn), { stacks: true });
}

/** The channel from which a service receives what is sent here. */
function through(at: At, link: DocsLink): Html {
  if (!link.through) return NOTHING;
  return html`<span class="soft"> through ${channel(at, link.through)}</span>`;
}

function sendersFirst(links: readonly DocsLink[]): DocsLink[] {
  return [...links.filter(link => link.action === 'send'), ...links.filter(link => link.action === 'receive')];
}

function service(at: At, id: string, look?: string): Html {
  return to(at, 'service', id, at.world.services.get(id)?.name ?? id, look);
}

function channel(at: At, link: Pick<DocsLink, 'channel'>): Html {
  const known = at.world.channels.get(link.channel);
  return to(at, 'channel', link.channel, known?.address ?? known?.name ?? link.channel, 'quiet-link mono');
}

/** A link that names no message stands for whatever is on its channel. */
function message(at: At, link: DocsLink): Html {
  if (link.message === undefined) return html`<span class="faint">Not named</span>`;
  return to(
    at,
    'message',
    link.message,
    at.world.messages.get(link.message)?.name ?? link.message,
    'quiet-link strong',
  );
}

/** The services at the other end of a link, on its channel and on those that its pattern takes in. */
function others(at: At, link: DocsLink, links: readonly DocsLink[]): Html {
  const followed = links.filter(
    other => other.through?.channel === link.channel && other.through.message === link.message,
  );
  const ends = [...new Set([link, ...followed].flatMap(each => at.world.facing(each)).map(other => other.service))];
  return ends.length === 0 ? html`<span class="faint">Nobody known</span>` : names(ends.map(id => service(at, id)));
}

function fields(link: DocsLink): Html | string {
  if (link.action === 'send' || !link.fields) return '';
  return html`<span class="soft" title="${link.fields.join(', ')}">${count(link.fields.length, 'field')}</span>`;
}
