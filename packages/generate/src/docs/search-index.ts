import type { Shape } from '@portolan/schema';
import { insideOf } from '../words/branch.ts';
import { definitionsOf } from './definitions.ts';
import type { Known } from './known.ts';
import { fieldAnchor } from './parts/schema-tree.ts';
import type { PlaceKind, Places } from './places.ts';
import { gist } from './prose.ts';

/** One thing that can be found: kind, name, words beside it, address, and for a message the fields of its payload. */
export type IndexEntry = readonly [
  kind: PlaceKind,
  name: string,
  context: string,
  href: string,
  fields?: readonly string[],
];

/** Fields of one message beyond which an index would be more fields than anything else. */
const MOST_FIELDS = 200;
const DEEPEST = 6;

/** What the search of a site knows: everything that has a page, and the fields of messages. */
export function searchEntries(world: Known, places: Places): IndexEntry[] {
  const { chart, documents } = world.input;
  const entry = (
    kind: PlaceKind,
    id: string,
    name: string,
    context: string,
    fields?: readonly string[],
  ): IndexEntry => {
    const path = `${places.addressOf(kind, id)}.html`;
    return fields && fields.length > 0 ? [kind, name, context, path, fields] : [kind, name, context, path];
  };
  const words = (thing: { readonly summary?: string; readonly description?: string }) =>
    gist(thing.summary ?? thing.description, 90);
  return [
    ...chart.services.map(service => entry('service', service.id, service.name, words(service))),
    ...chart.channels.map(channel =>
      entry(
        'channel',
        channel.id,
        channel.name,
        channel.address !== null && channel.address !== channel.name ? channel.address : words(channel),
      ),
    ),
    ...chart.messages.map(message =>
      entry('message', message.id, message.name, words(message), fieldsOf(world, message.id)),
    ),
    ...chart.brokers.map(broker => entry('server', broker.id, broker.host, broker.protocol)),
    ...chart.teams.map(team => entry('team', team.id, team.name, team.email ?? '')),
    ...chart.domains.map(domain => entry('domain', domain.id, domain.name, '')),
    ...documents.map(({ id, contract }) => entry('document', id, contract.info.title || id, id)),
  ];
}

/** The script that a page loads when somebody searches: a page from a disk may load scripts, but no data. */
export function searchScript(entries: readonly IndexEntry[]): string {
  const lines = entries.map(entry => JSON.stringify(entry).replaceAll('<', '\\u003c'));
  return `portolanIndex([\n${lines.join(',\n')}\n]);\n`;
}

/** Paths of the fields as the first definition of the message names them, which are those with addresses of their own. */
function fieldsOf(world: Known, id: string): string[] {
  const message = world.messages.get(id);
  const shape = message && definitionsOf(world, message)[0]?.payload?.shape;
  const paths: string[] = [];
  if (shape) collect(shape, '', 0, paths);
  return paths.map(path => fieldAnchor('', path));
}

function collect(shape: Shape, path: string, depth: number, paths: string[]): void {
  if (depth > DEEPEST) return;
  for (const branch of insideOf(shape, path).branches) {
    if (paths.length >= MOST_FIELDS) return;
    paths.push(branch.path);
    collect(branch.shape, branch.path, depth + 1, paths);
  }
}
