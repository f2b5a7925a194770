import { compareText, slug } from '@portolan/base';
import type { ChartedDocument, ServiceId, ServiceNode } from '../model.ts';
import { compact } from './compact.ts';
import { distinct } from './definitions.ts';
import { domainOf } from './domains.ts';
import { createGroups } from './groups.ts';
import { type Owner, ownerOf } from './owners.ts';
import { familyOf } from './protocols.ts';
import { readableIds } from './readable-ids.ts';

/** A service with the documents that describe it, sorted by id. */
export interface Service {
  readonly id: ServiceId;
  readonly documents: readonly ChartedDocument[];
}

/**
 * Which documents describe the same application: those with the same AsyncAPI `id`, and those whose titles read the same.
 * Titles that say nothing make no two documents the same.
 *
 * @param documents sorted by id
 */
export function servicesOf(documents: readonly ChartedDocument[]): Service[] {
  const groups = createGroups();
  for (const { id, contract } of documents) {
    if (contract.id !== undefined) groups.join(`document ${id}`, `id ${contract.id}`);
    if (isTitle(contract.info.title)) groups.join(`document ${id}`, `title ${slug(contract.info.title)}`);
  }
  const found = new Map<string, ChartedDocument[]>();
  for (const document of documents) {
    const group = groups.of(`document ${document.id}`);
    const others = found.get(group);
    if (others) others.push(document);
    else found.set(group, [document]);
  }
  const names = new Map([...found].map(([group, [first]]) => [group, serviceName(first as ChartedDocument)]));
  const ids = readableIds(names);
  const services = [...found].map(([group, members]) => ({ id: ids.get(group) as ServiceId, documents: members }));
  return services.sort((a, b) => compareText(a.id, b.id));
}

/** What the chart shows of a service. Its first document speaks for it; the others fill in what that leaves out. */
export function serviceNode({ id, documents }: Service): ServiceNode {
  const infos = documents.map(({ contract }) => contract.info);
  const first = documents[0] as ChartedDocument;
  return compact({
    id,
    name: serviceName(first),
    version: first.contract.info.version,
    summary: infos.find(info => info.summary)?.summary,
    description: infos.find(info => info.description)?.description,
    owner: ownersOf(documents)[0]?.id,
    domain: documents.map(({ contract }) => domainOf(contract)).find(Boolean)?.id,
    source: first.source,
    documents: documents.map(document => document.id),
    protocols: distinct(documents.flatMap(protocolsOf)),
    tags: distinct(infos.flatMap(info => info.tags.map(tag => tag.name))),
  });
}

/**
 * Owners that the documents name, in the order of the documents; behind them those that CODEOWNERS names for documents
 * that name none.
 */
export function ownersOf(documents: readonly ChartedDocument[]): Owner[] {
  const named = documents.flatMap(({ contract }) => ownerOf(contract) ?? []);
  const others = documents.flatMap(({ contract, beside }): Owner[] => {
    const word = ownerOf(contract) ? undefined : beside?.owner?.team;
    return word === undefined ? [] : [{ id: slug(word), word }];
  });
  return [...named, ...others];
}

/** The title, or the path of a document that has none. */
export function serviceName({ path, contract }: ChartedDocument): string {
  return isTitle(contract.info.title) ? contract.info.title.trim() : path;
}

function isTitle(title: string): boolean {
  return /[\p{L}\p{N}]/u.test(title);
}

function protocolsOf({ contract }: ChartedDocument): string[] {
  if (contract.servers.length > 0) return contract.servers.map(server => familyOf(server.protocol));
  return contract.channels.flatMap(channel => Object.keys(channel.bindings)).map(familyOf);
}
