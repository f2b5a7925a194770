import { bindingRows } from '../../words/binding.ts';
import { count, listed } from '../../words/count.ts';
import type { At } from '../at.ts';
import type { DocsLink, FindingCounts } from '../model.ts';
import { CONFIDENCE } from '../parts/evidence.ts';
import type { PlaceKind } from '../places.ts';
import { code, plain, table } from './text.ts';

/** A name that leads to the page of the thing it names. */
export function to(at: At, kind: PlaceKind, id: string, name: string): string {
  const href = at.href(kind, id);
  // A bracket in an address would end the link.
  return href === undefined ? plain(name) : `[${plain(name)}](${href.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** Facts as a table of two columns; those without a value are left out. Values are Markdown. */
export function facts(all: Readonly<Record<string, string | undefined>>): string {
  return table(
    ['', ''],
    Object.entries(all).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[`**${name}**`, value]],
    ),
  );
}

export function owner(at: At, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const team = at.world.teams.get(id);
  return `${to(at, 'team', id, team?.name ?? id)}${team?.email ? ` ${plain(team.email)}` : ''}`;
}

export function domain(at: At, id: string | undefined): string | undefined {
  return id === undefined ? undefined : to(at, 'domain', id, at.world.domains.get(id)?.name ?? id);
}

export function service(at: At, id: string): string {
  return to(at, 'service', id, at.world.services.get(id)?.name ?? id);
}

export function channel(at: At, id: string): string {
  return to(at, 'channel', id, at.world.channels.get(id)?.name ?? id);
}

export function message(at: At, id: string | undefined): string {
  return id === undefined ? '' : to(at, 'message', id, at.world.messages.get(id)?.name ?? id);
}

/** Bindings as tables, one for each protocol. */
export function bindings(all: Readonly<Record<string, unknown>>): string {
  return Object.entries(all)
    .map(([protocol, binding]) =>
      table(
        [code(protocol), ''],
        bindingRows(binding).map(({ path, value, hint }) => [code(path), `${code(value)}${hint ? ` ${hint}` : ''}`]),
      ),
    )
    .filter(text => text !== '')
    .join('\n\n');
}

/** Links as a table, senders first. */
export function linkTable(at: At, links: readonly DocsLink[]): string {
  const sorted = [...links.filter(link => link.action === 'send'), ...links.filter(link => link.action === 'receive')];
  return table(
    ['Service', '', 'Message', 'Channel', 'Direction'],
    sorted.map(link => [
      `${service(at, link.service)}${link.through ? ` through ${channel(at, link.through.channel)}` : ''}`,
      link.action === 'send' ? 'sends' : 'receives',
      message(at, link.message),
      channel(at, link.channel),
      CONFIDENCE[link.confidence].word.toLowerCase(),
    ]),
  );
}

/** Findings in words. */
export function findings({ error, warning, info }: FindingCounts): string {
  const words = [error && count(error, 'error'), warning && count(warning, 'warning'), info && count(info, 'note')];
  const present = words.filter(word => typeof word === 'string');
  return present.length === 0 ? 'none' : listed(present);
}
