import type { IconName } from '../../icons.ts';
import { number } from '../../words/count.ts';
import { type At, to } from '../at.ts';
import { type Html, html } from '../html.ts';
import { byName } from '../known.ts';
import type { DocsBroker, DocsDomain, DocsTeam } from '../model.ts';
import { protocols } from '../parts/badge.ts';
import { pageHead } from '../parts/page-head.ts';
import { empty } from '../parts/section.ts';
import { type Column, table } from '../parts/table.ts';
import { channelColumns, documentColumns, messageColumns, serviceColumns } from '../parts/things.ts';
import { FOLDERS, type PlaceKind } from '../places.ts';
import type { Content } from './page.ts';

interface List {
  readonly name: string;
  readonly icon: IconName;
  /** One sentence on what these things are. */
  readonly says: string;
  readonly total: (at: At) => number;
  readonly table: (at: At) => Html;
}

/** The lists of a site, in the order of its navigation. */
export const LISTS: Readonly<Record<PlaceKind, List>> = {
  service: {
    name: 'Services',
    icon: 'service',
    says: 'The applications that send and receive messages.',
    total: at => at.world.services.size,
    table: at => table('Services', serviceColumns(at), byName(at.world.input.chart.services)),
  },
  channel: {
    name: 'Channels',
    icon: 'channel',
    says: 'The addresses on brokers where messages travel.',
    total: at => at.world.channels.size,
    table: at => table('Channels', channelColumns(at), byName(at.world.input.chart.channels)),
  },
  message: {
    name: 'Messages',
    icon: 'message',
    says: 'What is sent, with what it says.',
    total: at => at.world.messages.size,
    table: at => table('Messages', messageColumns(at), byName(at.world.input.chart.messages)),
  },
  server: {
    name: 'Servers',
    icon: 'map',
    says: 'The brokers and hosts that documents name.',
    total: at => at.world.brokers.size,
    table: at => table('Servers', serverColumns(at), at.world.input.chart.brokers),
  },
  team: {
    name: 'Teams',
    icon: 'team',
    says: 'Who answers for what.',
    total: at => at.world.teams.size,
    table: at => table('Teams', belongingColumns(at, 'team'), byName(at.world.input.chart.teams)),
  },
  domain: {
    name: 'Domains',
    icon: 'domain',
    says: 'The parts of the business that services belong to.',
    total: at => at.world.domains.size,
    table: at => table('Domains', belongingColumns(at, 'domain'), byName(at.world.input.chart.domains)),
  },
  document: {
    name: 'Documents',
    icon: 'document',
    says: 'The texts that all of this was read from.',
    total: at => at.world.documents.size,
    table: at => table('Documents', documentColumns(at), at.world.input.documents),
  },
};

/** Kinds of which there is at least one, so that no page says nothing. */
export function listedKinds(at: At): PlaceKind[] {
  return (Object.keys(LISTS) as PlaceKind[]).filter(kind => LISTS[kind].total(at) > 0);
}

/** A page that lists everything of one kind. */
export function listPage(at: At, kind: PlaceKind): Content {
  const { name, icon, says, total, table: rows } = LISTS[kind];
  const amount = total(at);
  return {
    title: name,
    summary: says,
    body: html`${pageHead({
      title: name,
      icon,
      after: html`<span class="faint number">${number(amount)}</span>`,
      body: html`<p class="soft">${says}</p>`,
    })}<div data-filter="${FOLDERS[kind]}">${amount === 0 ? empty('There is none.') : rows(at)}</div>`,
  };
}

function serverColumns(at: At): Column<DocsBroker>[] {
  return [
    {
      head: 'Server',
      cell: broker =>
        html`${to(at, 'server', broker.id, broker.host, 'row-link mono')}<span class="row-note">${broker.names.join(', ')}</span>`,
    },
    { head: 'Protocol', cell: broker => protocols([broker.protocol]) },
    { head: 'Channels', number: true, cell: broker => number(at.world.channelsOfBroker(broker.id).length) },
  ];
}

function belongingColumns(at: At, kind: 'team' | 'domain'): Column<DocsTeam | DocsDomain>[] {
  const { chart } = at.world.input;
  const key = kind === 'team' ? 'owner' : 'domain';
  const column = (head: string, things: readonly { readonly owner?: string; readonly domain?: string }[]) => {
    const groups = Map.groupBy(things, thing => thing[key]);
    return { head, number: true, cell: ({ id }: { readonly id: string }) => number(groups.get(id)?.length ?? 0) };
  };
  return [
    {
      head: kind === 'team' ? 'Team' : 'Domain',
      cell: thing =>
        html`${to(at, kind, thing.id, thing.name, 'row-link')}<span class="row-note">${'email' in thing ? thing.email : ''}</span>`,
    },
    column('Services', chart.services),
    column('Channels', chart.channels),
    column('Messages', chart.messages),
  ];
}
