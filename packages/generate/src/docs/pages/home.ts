import { compareText } from '@portolan/base';
import { count, listed, number } from '../../words/count.ts';
import { type At, to } from '../at.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { byName } from '../known.ts';
import type { FindingCounts } from '../model.ts';
import { counts } from '../parts/badge.ts';
import { icon } from '../parts/icon.ts';
import { FOLDERS } from '../places.ts';
import { gist, prose } from '../prose.ts';
import { LISTS, listedKinds } from './lists.ts';
import type { Content } from './page.ts';
import { sum } from './service.ts';

const MOST_BUSY = 12;
const MOST_SERVICES = 8;
const MOST_BROWSED = 40;

/**
 * The organisation at a glance, and the way to everything in it.
 *
 * @param introduction the team's own words, in place of the description of the only document
 */
export function homePage(at: At, introduction: Html | undefined): Content {
  const { input } = at.world;
  const { chart, documents } = input;
  const sentence = `${listed([count(chart.services.length, 'service'), count(chart.channels.length, 'channel'), count(chart.messages.length, 'message')])}: who sends what to whom.`;
  const only = documents.length === 1 ? documents[0]?.contract.info : undefined;
  const findings = sum(documents.map(document => document.findings));
  return {
    title: input.title,
    summary: sentence,
    body: html`<header class="hero"><h1>${input.title}</h1><p class="hero-words soft">${sentence}</p><div data-search></div></header>
${introduction ?? (only ? html`<div class="introduction">${prose(only.description ?? only.summary)}</div>` : NOTHING)}
<nav aria-label="In numbers" class="tiles">${listedKinds(at).map(kind => {
      const { name, icon: sign, total } = LISTS[kind];
      return html`<a class="tile" href="${FOLDERS[kind]}.html"><span class="tile-number number">${number(total(at))}</span><span class="tile-name">${icon(sign, 14)}${total(at) === 1 ? kind : name.toLowerCase()}</span></a>`;
    })}</nav>
<div class="docs-grid">${panel('Busiest channels', 'channels.html', 'All channels', busiest(at))}${panel(
      'Services',
      'services.html',
      'All services',
      services(at),
    )}${browse(at, findings)}</div>`,
  };
}

function panel(title: string, href: string, more: string, body: Html): Html {
  return html`<section class="home-panel card" aria-label="${title}"><div class="section-head"><h2>${title}</h2><a class="home-more" href="${href}">${more}</a></div>${body}</section>`;
}

/** The channels that most services meet on; of equals, by name. */
function busiest(at: At): Html {
  const traffic = at.world.input.chart.channels.flatMap(channel => {
    const links = at.world.linksOfChannel(channel.id);
    const side = (action: 'send' | 'receive') =>
      new Set(links.filter(link => link.action === action).map(link => link.service)).size;
    const [senders, receivers] = [side('send'), side('receive')];
    return senders + receivers < 2 ? [] : [{ channel, senders, receivers }];
  });
  traffic.sort(
    (a, b) => b.senders + b.receivers - a.senders - a.receivers || compareText(a.channel.name, b.channel.name),
  );
  if (traffic.length === 0) return html`<p class="faint">No two services meet on a channel yet.</p>`;
  return html`<ul class="rows">${traffic
    .slice(0, MOST_BUSY)
    .map(
      ({ channel, senders, receivers }) =>
        html`<li class="home-row"><span class="home-name">${to(at, 'channel', channel.id, channel.name)} <span class="home-protocol mono">${channel.protocols.join(' ')}</span></span><span class="home-traffic number"><span class="home-send">${senders}<span class="unseen"> ${senders === 1 ? 'sender' : 'senders'}</span></span>${icon('arrow', 12)}<span class="home-receive">${receivers}<span class="unseen"> ${receivers === 1 ? 'receiver' : 'receivers'}</span></span></span></li>`,
    )}</ul>`;
}

/** The services that speak most, with what they are for. */
function services(at: At): Html {
  const weight = new Map(at.world.input.chart.services.map(({ id }) => [id, at.world.linksOfService(id).length]));
  const shown = [...at.world.input.chart.services]
    .sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0) || compareText(a.name, b.name))
    .slice(0, MOST_SERVICES);
  return html`<ul class="rows">${shown.map(
    service =>
      html`<li class="home-service">${to(at, 'service', service.id, service.name, 'quiet-link strong')}<span class="row-note">${gist(service.summary ?? service.description, 90)}</span></li>`,
  )}</ul>`;
}

/** Domains and teams by their names, and what was found in the documents. */
function browse(at: At, findings: FindingCounts): Html {
  const { chart, documents } = at.world.input;
  const rows = [
    ['Domains', 'domain', byName(chart.domains)],
    ['Teams', 'team', byName(chart.teams)],
  ] as const;
  const present = rows.filter(([, , things]) => things.length > 0);
  return html`<section class="home-panel home-wide card" aria-label="Browse"><div class="browse">${present.map(
    ([name, kind, things]) =>
      html`<div class="browse-row"><h2>${name}</h2><ul>${things
        .slice(0, MOST_BROWSED)
        .map(thing => html`<li>${to(at, kind, thing.id, thing.name, 'browse-chip')}</li>`)}${
        things.length > MOST_BROWSED
          ? html`<li><a class="browse-chip" href="${FOLDERS[kind]}.html">and ${number(things.length - MOST_BROWSED)} more</a></li>`
          : NOTHING
      }</ul></div>`,
  )}<div class="browse-row"><h2>Findings</h2><p>${counts(findings)} <span class="faint">in <a class="link" href="documents.html">${count(documents.length, 'document')}</a></span></p></div></div></section>`;
}
