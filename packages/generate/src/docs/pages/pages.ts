import { type At, atRoot } from '../at.ts';
import type { Html } from '../html.ts';
import type { Known } from '../known.ts';
import { FOLDERS, type PlaceKind, type Places } from '../places.ts';
import { channelPage } from './channel.ts';
import { documentPage } from './document.ts';
import { homePage } from './home.ts';
import { listedKinds, listPage } from './lists.ts';
import { messagePage } from './message.ts';
import type { Content, Page } from './page.ts';
import { serverPage } from './server.ts';
import { servicePage } from './service.ts';
import { domainPage, teamPage } from './team.ts';

/** Every page of a site, one after the other: none is kept, because there may be thousands. */
export function* pages(world: Known, places: Places, introduction: Html | undefined): Generator<Page> {
  const top = atRoot(world, places, '', 'html');
  const below = atRoot(world, places, '../', 'html');
  yield { path: 'index', at: top, ...homePage(top, introduction) };
  for (const kind of listedKinds(top)) yield { path: FOLDERS[kind], kind, at: top, ...listPage(top, kind) };
  const { chart, documents } = world.input;
  yield* each('service', chart.services, servicePage);
  yield* each('channel', chart.channels, channelPage);
  yield* each('message', chart.messages, messagePage);
  yield* each('server', chart.brokers, serverPage);
  yield* each('team', chart.teams, teamPage);
  yield* each('domain', chart.domains, domainPage);
  yield* each('document', documents, documentPage);

  function* each<T extends { readonly id: string }>(
    kind: PlaceKind,
    things: readonly T[],
    content: (at: At, thing: T) => Content,
  ): Generator<Page> {
    for (const thing of things) {
      yield { path: places.of(kind, thing.id) as string, kind, at: below, ...content(below, thing) };
    }
  }
}
