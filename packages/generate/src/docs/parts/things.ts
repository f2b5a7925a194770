import { writtenIn } from '@portolan/contract';
import { number } from '../../words/count.ts';
import { type At, to } from '../at.ts';
import { type Html, html } from '../html.ts';
import { isOwn } from '../known.ts';
import type { DocsChannel, DocsDocument, DocsMessage, DocsService } from '../model.ts';
import { gist } from '../prose.ts';
import { counts, protocols } from './badge.ts';
import { names } from './page-head.ts';
import type { Column } from './table.ts';

/** The team that answers for something, with a way to reach it. */
export function contact(at: At, id: string | undefined): Html {
  if (id === undefined) return html`<span class="faint">No owner named</span>`;
  const team = at.world.teams.get(id);
  const email = team?.email && html` <a class="faint quiet-link" href="mailto:${team.email}">${team.email}</a>`;
  return html`${to(at, 'team', id, team?.name ?? id, 'link')}${email}`;
}

/** The owner in a list. */
export function owner(at: At, id: string | undefined): Html {
  if (id === undefined) return html`<span class="faint">No owner named</span>`;
  return to(at, 'team', id, at.world.teams.get(id)?.name ?? id);
}

/** A domain by its name. */
export function domain(at: At, id: string | undefined): Html {
  if (id === undefined) return html`<span class="faint">None named</span>`;
  return to(at, 'domain', id, at.world.domains.get(id)?.name ?? id);
}

/** Channels by their addresses, one after another. */
export function channelNames(at: At, ids: readonly string[]): Html {
  return html`<span class="mono">${names(ids.map(id => to(at, 'channel', id, at.world.channels.get(id)?.name ?? id)))}</span>`;
}

/** Different services among the links with one action. */
function parties(at: At, channel: DocsChannel, action: 'send' | 'receive'): number {
  const links = at.world.linksOfChannel(channel.id).filter(link => link.action === action);
  return new Set(links.map(link => link.service)).size;
}

/** Columns of a list of services. */
export function serviceColumns(at: At): Column<DocsService>[] {
  const amount = (service: DocsService, action: 'send' | 'receive') =>
    number(at.world.linksOfService(service.id).filter(link => link.action === action && isOwn(link)).length);
  return [
    {
      head: 'Service',
      cell: service =>
        html`${to(at, 'service', service.id, service.name, 'row-link')}<span class="row-note">${gist(service.summary ?? service.description)}</span>`,
    },
    { head: 'Owner', wide: true, short: true, cell: service => owner(at, service.owner) },
    { head: 'Domain', wide: true, short: true, cell: service => domain(at, service.domain) },
    { head: 'Protocols', wide: true, short: true, cell: service => protocols(service.protocols) },
    { head: 'Sends', number: true, cell: service => amount(service, 'send') },
    { head: 'Receives', number: true, cell: service => amount(service, 'receive') },
  ];
}

/** Columns of a list of channels. */
export function channelColumns(at: At): Column<DocsChannel>[] {
  return [
    {
      head: 'Channel',
      cell: channel => {
        const named = channel.address !== null && channel.address !== channel.name;
        const note = named
          ? html`<span class="mono">${channel.address}</span>`
          : gist(channel.summary ?? channel.description);
        const look = channel.name === channel.address ? 'row-link mono' : 'row-link';
        return html`${to(at, 'channel', channel.id, channel.name, look)}<span class="row-note">${note}</span>`;
      },
    },
    { head: 'Owner', wide: true, short: true, cell: channel => owner(at, channel.owner) },
    { head: 'Protocols', wide: true, short: true, cell: channel => protocols(channel.protocols) },
    { head: 'Messages', number: true, wide: true, cell: channel => number(channel.messages.length) },
    { head: 'Senders', number: true, cell: channel => number(parties(at, channel, 'send')) },
    { head: 'Receivers', number: true, cell: channel => number(parties(at, channel, 'receive')) },
  ];
}

/** Columns of a list of messages. */
export function messageColumns(at: At): Column<DocsMessage>[] {
  const amount = (message: DocsMessage, action: 'send' | 'receive') => {
    const links = at.world.linksOfMessage(message.id).filter(link => link.action === action);
    return number(new Set(links.map(link => link.service)).size);
  };
  return [
    {
      head: 'Message',
      cell: message =>
        html`${to(at, 'message', message.id, message.name, 'row-link')}${
          message.deprecated ? html` <span class="badge badge-warning">deprecated</span>` : ''
        }<span class="row-note">${gist(message.summary ?? message.title ?? message.description)}</span>`,
    },
    { head: 'Owner', wide: true, short: true, cell: message => owner(at, message.owner) },
    { head: 'Channels', wide: true, short: true, cell: message => channelNames(at, message.channels) },
    { head: 'Senders', number: true, cell: message => amount(message, 'send') },
    { head: 'Receivers', number: true, cell: message => amount(message, 'receive') },
  ];
}

/** Columns of a list of documents. */
export function documentColumns(at: At): Column<DocsDocument>[] {
  return [
    {
      head: 'Document',
      cell: ({ id, contract }) =>
        html`${to(at, 'document', id, contract.info.title || id, 'row-link')}<span class="row-note mono">${id}</span>`,
    },
    { head: 'Version', wide: true, short: true, cell: ({ contract }) => contract.info.version },
    { head: 'Written in', wide: true, short: true, cell: ({ contract }) => writtenIn(contract) ?? '' },
    { head: 'Findings', cell: ({ findings }) => counts(findings) },
  ];
}
