import { count } from '../../words/count.ts';
import type { At } from '../at.ts';
import { html, NOTHING } from '../html.ts';
import { isOwn, others } from '../known.ts';
import type { DocsService, FindingCounts } from '../model.ts';
import { badge, counts, protocols } from '../parts/badge.ts';
import { noteOf } from '../parts/ends.ts';
import { type FlowEnd, flow } from '../parts/flow.ts';
import { linkTable } from '../parts/link-tables.ts';
import { facts, pageHead } from '../parts/page-head.ts';
import { empty, section } from '../parts/section.ts';
import { table } from '../parts/table.ts';
import { contact, documentColumns, domain } from '../parts/things.ts';
import { gist, prose } from '../prose.ts';
import type { Content } from './page.ts';

/** What a service is, what it sends and receives, and who is at the other ends. */
export function servicePage(at: At, service: DocsService): Content {
  const { world } = at;
  const { name } = service;
  const links = world.linksOfService(service.id);
  const sends = links.filter(link => link.action === 'send');
  const receives = links.filter(link => link.action === 'receive');
  const documents = service.documents.flatMap(id => world.documents.get(id) ?? []);
  const ends = (own: typeof links): FlowEnd[] =>
    others(world, own).map(({ service: other, links: makers }) => ({
      kind: 'service',
      id: other.id,
      name: other.name,
      note: noteOf(world, makers, 'message'),
      uncertain: makers.every(link => link.confidence === 'uncertain'),
    }));
  const words = gist(service.summary ?? service.description);
  return {
    title: name,
    summary:
      words ||
      `${name} sends ${count(sends.filter(isOwn).length, 'message')} and receives ${count(receives.filter(isOwn).length, 'message')}.`,
    body: html`${pageHead({
      kind: 'Service',
      list: '../services.html',
      icon: 'service',
      title: name,
      after: service.version ? badge(`version ${service.version}`) : NOTHING,
      body: html`${prose(service.description ?? service.summary)}${facts({
        Owner: contact(at, service.owner),
        Domain: domain(at, service.domain),
        Protocols: protocols(service.protocols),
        Findings: counts(sum(documents.map(({ findings }) => findings))),
        Tags: service.tags.join(', '),
      })}`,
    })}${section(
      'dependencies',
      'Dependencies',
      flow(at, {
        left: { heading: 'Depends on', ends: ends(receives), none: 'Receives from nobody known' },
        centre: { kind: 'service', name },
        right: { heading: 'Dependents', ends: ends(sends), none: 'Nobody known receives from it' },
      }),
    )}${section(
      'sends',
      'Sends',
      sends.length === 0
        ? empty('This service sends nothing.')
        : linkTable(at, sends, `What ${name} sends`, 'Received by'),
      { total: sends.filter(isOwn).length },
    )}${section(
      'receives',
      'Receives',
      receives.length === 0
        ? empty('This service receives nothing.')
        : linkTable(at, receives, `What ${name} receives`, 'Sent by'),
      { total: receives.filter(isOwn).length },
    )}${section('documents', 'Documents', table('Documents', documentColumns(at), documents), { total: documents.length })}`,
  };
}

/** Findings of several documents together. */
export function sum(all: readonly FindingCounts[]): FindingCounts {
  const total = (severity: keyof FindingCounts) => all.reduce((amount, counts) => amount + counts[severity], 0);
  return { error: total('error'), warning: total('warning'), info: total('info') };
}
