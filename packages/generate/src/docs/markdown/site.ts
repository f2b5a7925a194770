import { prepare } from '@portolan/schema';
import { count, listed } from '../../words/count.ts';
import { type At, atRoot } from '../at.ts';
import { byName, known } from '../known.ts';
import type { DocsInput } from '../model.ts';
import { LISTS, listedKinds } from '../pages/lists.ts';
import { FOLDERS, type PlaceKind, placesOf } from '../places.ts';
import { gist } from '../prose.ts';
import { formatsOf, type SiteFile } from '../site.ts';
import { owner, to } from './parts.ts';
import { page, plain, table } from './text.ts';
import { channelPage, documentPage, messagePage, serverPage, servicePage } from './things.ts';

/** The same pages as a site has, in Markdown as GitHub and GitLab show it, with drawings of Mermaid. */
export async function* markdownSite(input: DocsInput): AsyncGenerator<SiteFile> {
  await prepare(formatsOf(input), ['outline']);
  const world = known(input);
  const places = placesOf(input.chart, input.documents);
  const top = atRoot(world, places, '', 'md');
  const below = atRoot(world, places, '../', 'md');
  const { chart, documents } = input;
  yield ['index.md', home(top)];
  for (const kind of listedKinds(top)) yield [`${FOLDERS[kind]}.md`, list(top, kind)];
  yield* each('service', chart.services, servicePage);
  yield* each('channel', chart.channels, channelPage);
  yield* each('message', chart.messages, messagePage);
  yield* each('server', chart.brokers, serverPage);
  yield* each('team', chart.teams, (at, team) =>
    belonging(at, team.name, team.email, thing => thing.owner === team.id),
  );
  yield* each('domain', chart.domains, (at, { id, name }) =>
    belonging(at, name, undefined, thing => thing.domain === id),
  );
  yield* each('document', documents, documentPage);

  function* each<T extends { readonly id: string }>(
    kind: PlaceKind,
    things: readonly T[],
    text: (at: At, thing: T) => string,
  ): Generator<SiteFile> {
    for (const thing of things) yield [`${places.of(kind, thing.id)}.md`, text(below, thing)];
  }
}

function home(at: At): string {
  const { title, chart, documents } = at.world.input;
  const [only] = documents;
  const totals = [
    count(chart.services.length, 'service'),
    count(chart.channels.length, 'channel'),
    count(chart.messages.length, 'message'),
  ];
  return page(
    `# ${plain(title)}`,
    `${listed(totals)}: who sends what to whom.`,
    documents.length === 1 && only
      ? plain(gist(only.contract.info.summary ?? only.contract.info.description, 500))
      : undefined,
    listedKinds(at)
      .map(kind => `- [${LISTS[kind].name}](${FOLDERS[kind]}.md) (${LISTS[kind].total(at)})`)
      .join('\n'),
  );
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly owner?: string;
}

function list(at: At, kind: PlaceKind): string {
  const { name, says } = LISTS[kind];
  return page(`# ${name}`, says, rows(at, kind, thingsOf(at, kind)));
}

function thingsOf({ world: { input } }: At, kind: PlaceKind): readonly Listed[] {
  const { chart, documents } = input;
  if (kind === 'document')
    return documents.map(({ id, contract }) => ({ id, name: contract.info.title || id, summary: id }));
  if (kind === 'server') return chart.brokers.map(({ id, host, protocol }) => ({ id, name: host, summary: protocol }));
  const all = {
    service: chart.services,
    channel: chart.channels,
    message: chart.messages,
    team: chart.teams,
    domain: chart.domains,
  };
  return byName<Listed>(all[kind]);
}

function rows(at: At, kind: PlaceKind, things: readonly Listed[]): string {
  const owned = things.some(thing => thing.owner !== undefined);
  return table(
    [LISTS[kind].name, ...(owned ? ['Owner'] : []), ''],
    things.map(thing => [
      to(at, kind, thing.id, thing.name),
      ...(owned ? [owner(at, thing.owner) ?? ''] : []),
      plain(gist(thing.summary ?? thing.description)),
    ]),
  );
}

function belonging(
  at: At,
  name: string,
  words: string | undefined,
  belongs: (thing: { readonly owner?: string; readonly domain?: string }) => boolean,
): string {
  const { chart } = at.world.input;
  const lists = [
    ['service', chart.services.filter(belongs)],
    ['channel', chart.channels.filter(belongs)],
    ['message', chart.messages.filter(belongs)],
  ] as const;
  return page(
    `# ${plain(name)}`,
    plain(words ?? ''),
    ...lists.flatMap(([kind, things]) =>
      things.length === 0 ? [] : [`## ${LISTS[kind].name}`, rows(at, kind, byName<Listed>(things))],
    ),
  );
}
