import type { Catalog } from '@portolan/control';
import { atomFeed, type Feed, jsonFeed } from '../../changes/feed.ts';
import { type ChangeFilter, listEntries } from '../../changes/list-entries.ts';
import type { Known } from '../../views/known.ts';
import { anything, string } from '../json-schema.ts';
import { type ChartCall, operation } from '../operation.ts';
import { integer } from '../parameter.ts';
import { narrowed } from './narrowed.ts';

const parameters = {
  ...narrowed,
  limit: integer({ min: 1, max: 100, otherwise: 30 }, 'How many entries the feed has at most.'),
};

const DESCRIPTION = 'Ask with `If-None-Match`: an unchanged feed is not sent again. Addresses in it are absolute.';

export const atomOfChanges = operation({
  id: 'atomOfChanges',
  path: '/api/v1/changes.atom',
  summary: 'What changed, as an Atom feed',
  description: DESCRIPTION,
  tag: 'Changes',
  about: 'chart',
  needs: 'read',
  parameters,
  answer: { description: 'Atom (RFC 4287).', type: 'application/atom+xml', schema: string },
  run: async (values, call) => atomFeed(await feedOf(values, call)),
});

export const jsonOfChanges = operation({
  id: 'jsonOfChanges',
  path: '/api/v1/changes.json',
  summary: 'What changed, as a JSON feed',
  description: DESCRIPTION,
  tag: 'Changes',
  about: 'chart',
  needs: 'read',
  parameters,
  answer: { description: 'JSON Feed 1.1.', type: 'application/feed+json', schema: anything },
  run: async (values, call) => jsonFeed(await feedOf(values, call)),
});

type Values = ChangeFilter & { readonly limit: number };

async function feedOf({ limit, ...filter }: Values, { known, serving, request }: ChartCall): Promise<Feed> {
  const { entries } = await listEntries(serving.catalog() as Catalog, known, filter, { limit });
  return { title: titleOf(known, filter), origin: serving.publicUrl(), self: request.url, entries };
}

function titleOf(known: Known, { service, team, channel, document }: ChangeFilter): string {
  const names = [
    service === undefined ? undefined : (known.services.get(service)?.name ?? service),
    team === undefined ? undefined : (known.teams.get(team)?.name ?? team),
    channel === undefined ? undefined : (known.channels.get(channel)?.name ?? channel),
    document === undefined ? undefined : (known.snapshot.documents.get(document)?.title ?? document),
  ].filter(name => name !== undefined);
  return names.length === 0 ? 'Changes in Portolan' : `Changes of ${names.join(', ')} in Portolan`;
}
