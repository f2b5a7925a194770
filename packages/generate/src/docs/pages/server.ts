import type { Server } from '@portolan/contract';
import { count } from '../../words/count.ts';
import { type At, to } from '../at.ts';
import { html, NOTHING } from '../html.ts';
import type { DocsBroker, DocsDocument } from '../model.ts';
import { protocols } from '../parts/badge.ts';
import { facts, pageHead } from '../parts/page-head.ts';
import { empty, section } from '../parts/section.ts';
import { serverEntry } from '../parts/server-entry.ts';
import { table } from '../parts/table.ts';
import { channelColumns } from '../parts/things.ts';
import type { Content } from './page.ts';

/** A broker or host: what travels there, and how documents say to reach it. */
export function serverPage(at: At, broker: DocsBroker): Content {
  const channels = at.world.channelsOfBroker(broker.id);
  const described = descriptionsOf(at, broker);
  return {
    title: broker.host,
    summary: `${count(channels.length, 'channel')} on ${broker.host} over ${broker.protocol}.`,
    body: html`${pageHead({
      kind: 'Server',
      list: '../servers.html',
      icon: 'map',
      title: broker.host,
      code: true,
      body: facts({
        Protocol: protocols([broker.protocol]),
        'Called in documents':
          broker.names.length > 0 ? html`<span class="mono">${broker.names.join(', ')}</span>` : undefined,
      }),
    })}${section(
      'channels',
      'Channels',
      channels.length === 0
        ? empty('No document says what travels here.')
        : table('Channels', channelColumns(at), channels),
      { total: channels.length },
    )}${
      described.length === 0
        ? NOTHING
        : section(
            'described',
            'Described in',
            html`${described.map(({ document, server }) => serverEntry(server, document.contract, to(at, 'document', document.id, document.contract.info.title)))}`,
            { total: described.length },
          )
    }`,
  };
}

/** Documents that describe the server in more than its host, each description once. */
function descriptionsOf(at: At, broker: DocsBroker): { document: DocsDocument; server: Server }[] {
  const seen = new Set<string>();
  const ids = new Set(
    at.world.channelsOfBroker(broker.id).flatMap(({ described }) => described.map(({ document }) => document)),
  );
  return [...ids].flatMap(id => {
    const document = at.world.documents.get(id);
    if (!document) return [];
    return document.contract.servers.flatMap(server => {
      if (!isOn(server, broker)) return [];
      const { description, variables, security, bindings } = server;
      const says = JSON.stringify([description, variables.map(({ origin: _, ...own }) => own), security, bindings]);
      if (seen.has(says)) return [];
      seen.add(says);
      return [{ document, server }];
    });
  });
}

/** Chart and document write the same host with other ports and capitals. */
function isOn(server: Server, broker: DocsBroker): boolean {
  const bare = (host: string) => host.toLowerCase().replace(/:\d+$/, '');
  return broker.names.includes(server.id) && bare(server.host) === bare(broker.host);
}
