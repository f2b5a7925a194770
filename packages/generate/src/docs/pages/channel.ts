import { count } from '../../words/count.ts';
import { type At, to } from '../at.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { DocsChannel, DocsCover } from '../model.ts';
import { protocols } from '../parts/badge.ts';
import { bindingTables } from '../parts/bindings.ts';
import { serviceEnds } from '../parts/ends.ts';
import { flow } from '../parts/flow.ts';
import { partyTable } from '../parts/link-tables.ts';
import { facts, names, pageHead } from '../parts/page-head.ts';
import { empty, section } from '../parts/section.ts';
import { securityView } from '../parts/security.ts';
import { table } from '../parts/table.ts';
import { contact, domain, messageColumns } from '../parts/things.ts';
import { variableTable } from '../parts/variables.ts';
import { gist, inline, prose } from '../prose.ts';
import type { Content } from './page.ts';

/** What a channel is, what travels on it, and who is on either side. */
export function channelPage(at: At, channel: DocsChannel): Content {
  const { world } = at;
  const { name, address } = channel;
  const links = world.linksOfChannel(channel.id);
  const covering = world.covering(channel.id);
  const side = (action: 'send' | 'receive') =>
    serviceEnds(
      world,
      links.filter(link => link.action === action),
      'message',
    );
  const [senders, receivers] = [side('send'), side('receive')];
  const messages = channel.messages.flatMap(id => world.messages.get(id) ?? []);
  const brokers = channel.brokers.flatMap(id => world.brokers.get(id) ?? []);
  return {
    title: name,
    summary:
      gist(channel.summary ?? channel.description) ||
      `${count(senders.length, 'sender')} and ${count(receivers.length, 'receiver')} on ${address ?? name}.`,
    body: html`${pageHead({
      kind: 'Channel',
      list: '../channels.html',
      icon: 'channel',
      title: name,
      code: name === address,
      body: html`${
        name === address
          ? NOTHING
          : html`<p class="mono soft break">${address ?? 'The address is decided while the system runs.'}</p>`
      }${prose(channel.description ?? channel.summary)}${facts({
        Owner: contact(at, channel.owner),
        Domain: domain(at, channel.domain),
        Protocols: protocols(channel.protocols),
        [brokers.length > 1 ? 'Servers' : 'Server']:
          brokers.length === 0
            ? html`<span class="faint">None named</span>`
            : html`<span class="mono">${names(brokers.map(({ id, host }) => to(at, 'server', id, host)))}</span>`,
        'Takes in': coverNames(at, covering.takesIn, 'covered'),
        'Taken in by': coverNames(at, covering.takenInBy, 'channel'),
        Tags: channel.tags.join(', '),
      })}`,
    })}${section(
      'flow',
      'Who sends, who receives',
      flow(at, {
        left: { heading: 'Senders', ends: senders, none: 'No known sender' },
        centre: { kind: 'channel', name, note: count(messages.length, 'message') },
        right: { heading: 'Receivers', ends: receivers, none: 'No known receiver' },
      }),
    )}${section('links', 'Links', partyTable(at, links, `Links of ${name}`, 'message'), { total: links.length })}${section(
      'messages',
      'Messages',
      messages.length === 0
        ? empty('No document says what travels here.')
        : table('Messages', messageColumns(at), messages),
      { total: messages.length },
    )}${parameters(at, channel)}${
      Object.keys(channel.bindings).length > 0
        ? section('bindings', 'Bindings', bindingTables(channel.bindings))
        : NOTHING
    }${operations(at, channel)}${section(
      'described',
      'Described in',
      html`<ul class="rows">${channel.described.map(({ document }) => html`<li>${to(at, 'document', document, document, 'quiet-link mono')}</li>`)}</ul>`,
      { total: channel.described.length },
    )}`,
  };
}

/** As many as fit beside other facts. */
const SHOWN = 8;

/** The channels that a pattern joins with this one. */
function coverNames(at: At, covers: readonly DocsCover[], end: 'channel' | 'covered'): Html | undefined {
  if (covers.length === 0) return undefined;
  const shown = covers.slice(0, SHOWN).map(cover => {
    const known = at.world.channels.get(cover[end]);
    const doubt = cover.confidence === 'uncertain' ? html`<span class="faint"> (perhaps)</span>` : NOTHING;
    return html`${to(at, 'channel', cover[end], known?.address ?? known?.name ?? cover[end], 'quiet-link mono')}${doubt}`;
  });
  const more = covers.length - shown.length;
  return html`${names(shown)}${more > 0 ? html`<span class="faint"> and ${more} more</span>` : NOTHING}`;
}

function parameters(at: At, channel: DocsChannel): Html {
  if (channel.parameters.length === 0) return NOTHING;
  // The chart keeps names and words; what values are allowed stands in the documents.
  const written = channel.described.flatMap(
    ({ document, id }) =>
      at.world.documents.get(document)?.contract.channels.find(own => own.id === id)?.parameters ?? [],
  );
  const known = channel.parameters.map(parameter => {
    const own = written.filter(({ name }) => name === parameter.name);
    const allowed = own.find(candidate => candidate.enum)?.enum;
    const usual = own.find(candidate => candidate.default !== undefined)?.default;
    return { ...parameter, ...(allowed && { enum: allowed }), ...(usual !== undefined && { default: usual }) };
  });
  return section('parameters', 'Parameters', variableTable(known), { total: known.length });
}

/** What documents say about their operations on this channel beyond the links: words, security, bindings. */
function operations(at: At, channel: DocsChannel): Html {
  const entries = channel.described.flatMap(({ document: id, id: own }) => {
    const document = at.world.documents.get(id);
    if (!document) return [];
    const { contract } = document;
    return contract.operations
      .filter(operation => operation.channel === own)
      .filter(({ security, bindings }) => security.length > 0 || Object.keys(bindings).length > 0)
      .map(
        ({ id: name, summary, security, bindings }) =>
          html`<div class="entry"><h3><span class="mono">${name}</span> <span class="faint">in ${to(at, 'document', id, contract.info.title)}</span></h3>${
            summary ? html`<p class="soft">${inline(summary)}</p>` : NOTHING
          }${securityView(contract, security)}${bindingTables(bindings)}</div>`,
      );
  });
  return entries.length === 0
    ? NOTHING
    : section('operations', 'Operations', html`${entries}`, { total: entries.length });
}
