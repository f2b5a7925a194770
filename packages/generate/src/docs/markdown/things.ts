import { type Server, writtenIn } from '@portolan/contract';
import { count } from '../../words/count.ts';
import type { At } from '../at.ts';
import { type Definition, definitionsOf } from '../definitions.ts';
import { isOwn } from '../known.ts';
import type {
  DocsBroker,
  DocsChannel,
  DocsContract,
  DocsCover,
  DocsDocument,
  DocsMessage,
  DocsService,
} from '../model.ts';
import { sum } from '../pages/service.ts';
import { typeInWords } from '../parts/security.ts';
import { examplesOf, languageOf, type SeenSchema } from '../schemas.ts';
import { mermaid } from './mermaid.ts';
import { bindings, channel, domain, facts, findings, linkTable, message, owner, to } from './parts.ts';
import { schemaTable } from './schema.ts';
import { block, code, described, page, plain, table } from './text.ts';

/** What a service is, what it sends and receives, and who is at the other ends. */
export function servicePage(at: At, service: DocsService): string {
  const { world } = at;
  const own = world.linksOfService(service.id);
  const around = [...new Set([...own, ...own.flatMap(link => world.facing(link))])];
  const documents = service.documents.flatMap(id => world.documents.get(id) ?? []);
  return page(
    `# ${plain(service.name)}`,
    described(service.description ?? service.summary),
    facts({
      Version: plain(service.version),
      Owner: owner(at, service.owner),
      Domain: domain(at, service.domain),
      Protocols: service.protocols.map(code).join(', '),
      Findings: findings(sum(documents.map(document => document.findings))),
      Documents: documents.map(({ id }) => to(at, 'document', id, id)).join(', '),
      Tags: plain(service.tags.join(', ')),
    }),
    mermaid(world, around),
    own.length > 0 ? '## Links' : undefined,
    linkTable(at, own.filter(isOwn)),
  );
}

/** What a channel is, what travels on it, and who is on either side. */
export function channelPage(at: At, node: DocsChannel): string {
  const { world } = at;
  const links = world.linksOfChannel(node.id);
  const bound = bindings(node.bindings);
  return page(
    `# ${plain(node.name)}`,
    described(node.description ?? node.summary),
    facts({
      Address: node.address === null ? 'decided while the system runs' : code(node.address),
      Owner: owner(at, node.owner),
      Domain: domain(at, node.domain),
      Servers: node.brokers.map(id => to(at, 'server', id, world.brokers.get(id)?.host ?? id)).join(', '),
      Messages: node.messages.map(id => message(at, id)).join(', '),
      'Takes in': covers(at, world.covering(node.id).takesIn, 'covered'),
      'Taken in by': covers(at, world.covering(node.id).takenInBy, 'channel'),
      'Described in': node.described.map(({ document }) => to(at, 'document', document, document)).join(', '),
    }),
    mermaid(world, links),
    links.length > 0 ? '## Links' : undefined,
    linkTable(at, links),
    node.parameters.length > 0 ? '## Parameters' : undefined,
    table(
      ['Parameter', 'Meaning'],
      node.parameters.map(({ name, description = '' }) => [code(`{${name}}`), plain(description)]),
    ),
    bound === '' ? undefined : '## Bindings',
    bound,
  );
}

/** The channels that a pattern joins with one. */
function covers(at: At, all: readonly DocsCover[], end: 'channel' | 'covered'): string {
  return all
    .map(cover => `${channel(at, cover[end])}${cover.confidence === 'uncertain' ? ' (perhaps)' : ''}`)
    .join(', ');
}

/** What a message says, and who sends and receives it. */
export function messagePage(at: At, node: DocsMessage): string {
  const { world } = at;
  const links = world.linksOfMessage(node.id);
  const definitions = definitionsOf(world, node);
  return page(
    `# ${plain(node.name)}`,
    node.deprecated ? '**Deprecated.**' : undefined,
    described(node.description ?? node.summary ?? node.title),
    facts({
      Owner: owner(at, node.owner),
      Domain: domain(at, node.domain),
      Channels: node.channels.map(id => channel(at, id)).join(', '),
      'Content type': node.contentType === undefined ? undefined : code(node.contentType),
    }),
    mermaid(world, links),
    links.length > 0 ? '## Links' : undefined,
    linkTable(at, links),
    ...definitions.map(definition => definitionPart(at, definition, definitions.length > 1)),
  );
}

function definitionPart(at: At, definition: Definition, several: boolean): string {
  const { payload, headers, document } = definition;
  const does = definition.actions.map(action => (action === 'send' ? 'sends' : 'receives')).join(' and ');
  const bound = bindings(definition.message.bindings);
  return page(
    several ? `## As ${plain(definition.service)} ${does || 'describes'} it` : '## What it says',
    `Written in ${to(at, 'document', document.id, document.id)}.`,
    schemaPart('Payload', payload),
    schemaPart('Headers', headers),
    ...examplesOf(definition).map(example =>
      page(
        `### ${example.generated ? 'Example, generated from the schema' : `Example${example.name ? `: ${plain(example.name)}` : ''}`}`,
        plain(example.summary ?? ''),
        example.headers === undefined ? undefined : page('Headers:', block(example.headers, 'json')).trimEnd(),
        example.payload === undefined ? undefined : block(example.payload),
      ).trimEnd(),
    ),
    bound === '' ? undefined : page('### Bindings', bound).trimEnd(),
  ).trimEnd();
}

function schemaPart(title: string, schema: SeenSchema | undefined): string {
  if (!schema) return '';
  return page(
    `### ${title}`,
    `${plain(languageOf(schema))}.`,
    plain(schema.shape.description ?? ''),
    schemaTable(schema.shape),
  ).trimEnd();
}

/** A broker or host, with what travels there. */
export function serverPage(at: At, broker: DocsBroker): string {
  const channels = at.world.channelsOfBroker(broker.id);
  return page(
    `# ${plain(broker.host)}`,
    facts({ Protocol: code(broker.protocol), 'Called in documents': broker.names.map(code).join(', ') }),
    channels.length > 0 ? '## Channels' : undefined,
    channels.map(({ id }) => `- ${channel(at, id)}`).join('\n'),
  );
}

/** What one document says. */
export function documentPage(at: At, { id, contract, findings: found }: DocsDocument): string {
  const { info, servers, operations, securitySchemes } = contract;
  const owning = at.world.serviceOf.get(id);
  return page(
    `# ${plain(info.title || id)}`,
    described(info.description ?? info.summary),
    facts({
      Document: code(id),
      Version: plain(info.version),
      'Written in': plain(writtenIn(contract) ?? ''),
      Service: owning && to(at, 'service', owning.id, owning.name),
      License: info.license?.name && plain(info.license.name),
      Findings: findings(found),
    }),
    servers.length > 0 ? '## Servers' : undefined,
    ...servers.map(server => serverPart(contract, server)),
    operations.length > 0 ? `## ${count(operations.length, 'operation')}` : undefined,
    table(
      ['Operation', '', 'Channel', 'Meaning'],
      operations.map(({ id: name, direction, summary, description, channel: own }) => {
        const node = at.world.channelIn(id, own);
        const does = direction.action === 'send' ? 'sends' : 'receives';
        return [code(name), does, node ? channel(at, node.id) : code(own), plain(summary ?? description ?? '')];
      }),
    ),
    securitySchemes.length > 0 ? '## Security' : undefined,
    table(
      ['Scheme', 'Kind', 'Meaning'],
      securitySchemes.map(scheme => [code(scheme.id), plain(typeInWords(scheme)), plain(scheme.description ?? '')]),
    ),
  );
}

function serverPart(
  contract: DocsContract,
  { id, protocol, host, pathname = '', description, summary, security, bindings: bound }: Server,
): string {
  const ways = security.map(({ scheme }) => {
    const known = contract.securitySchemes.find(candidate => candidate.id === scheme);
    return known ? plain(typeInWords(known)) : code(scheme);
  });
  return page(
    `### ${plain(id)}`,
    code(`${protocol}://${host}${pathname}`),
    described(description ?? summary),
    ways.length > 0 ? `Security: ${ways.join(' or ')}.` : undefined,
    bindings(bound),
  ).trimEnd();
}
