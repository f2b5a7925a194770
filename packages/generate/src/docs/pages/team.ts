import { count } from '../../words/count.ts';
import type { At } from '../at.ts';
import { html, NOTHING } from '../html.ts';
import type { DocsDomain, DocsTeam } from '../model.ts';
import { facts, pageHead } from '../parts/page-head.ts';
import { section } from '../parts/section.ts';
import { table } from '../parts/table.ts';
import { channelColumns, messageColumns, serviceColumns } from '../parts/things.ts';
import { inline } from '../prose.ts';
import type { Content } from './page.ts';

/** What a team answers for. */
export function teamPage(at: At, team: DocsTeam): Content {
  const { email, url } = team;
  const head = pageHead({
    kind: 'Team',
    list: '../teams.html',
    icon: 'team',
    title: team.name,
    body: facts({
      Email: email ? html`<a class="link" href="mailto:${email}">${email}</a>` : undefined,
      Page: url ? inline(url) : undefined,
    }),
  });
  return { title: team.name, ...belonging(at, head, thing => thing.owner === team.id, `${team.name} answers for`) };
}

/** What belongs to a domain. */
export function domainPage(at: At, domain: DocsDomain): Content {
  const head = pageHead({ kind: 'Domain', list: '../domains.html', icon: 'domain', title: domain.name });
  return { title: domain.name, ...belonging(at, head, thing => thing.domain === domain.id, `${domain.name} has`) };
}

function belonging(
  at: At,
  head: Content['body'],
  belongs: (thing: { readonly owner?: string; readonly domain?: string }) => boolean,
  words: string,
): Pick<Content, 'summary' | 'body'> {
  const { chart } = at.world.input;
  const [services, channels, messages] = [
    chart.services.filter(belongs),
    chart.channels.filter(belongs),
    chart.messages.filter(belongs),
  ];
  const lists = [
    services.length > 0 &&
      section('services', 'Services', table('Services', serviceColumns(at), services), { total: services.length }),
    channels.length > 0 &&
      section('channels', 'Channels', table('Channels', channelColumns(at), channels), { total: channels.length }),
    messages.length > 0 &&
      section('messages', 'Messages', table('Messages', messageColumns(at), messages), { total: messages.length }),
  ].map(list => list || NOTHING);
  return {
    summary: `${words} ${count(services.length, 'service')}, ${count(channels.length, 'channel')} and ${count(messages.length, 'message')}.`,
    body: html`${head}${lists}`,
  };
}
