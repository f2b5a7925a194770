import type { Origin } from '@portolan/base';
import type { Described, MessageNode } from '@portolan/chart';
import { withoutSecrets } from '@portolan/checks';
import type { Action, Contract, Message } from '@portolan/contract';
import { type CatalogDocument, placeOf } from '@portolan/control';
import type { MessageDefinition, SchemaView } from '../port.ts';
import { examplesOf } from './examples.ts';
import type { Known } from './known.ts';
import { schemaView } from './schema-view.ts';
import { linksIn } from './summaries.ts';

/**
 * What each document says that the message looks like, secrets masked: those of its senders first, then in the order of
 * documents.
 */
export function definitionsOf(known: Known, node: MessageNode): MessageDefinition[] {
  const definitions = node.described.flatMap(described => definitionOf(known, node, described) ?? []);
  const rank = (definition: MessageDefinition) => (definition.actions.includes('send') ? 0 : 1);
  return definitions.sort((a, b) => rank(a) - rank(b));
}

function definitionOf(known: Known, node: MessageNode, { document: id, id: messageId, origin }: Described) {
  const document = known.snapshot.documents.get(id);
  const contract = document?.contract;
  const message = contract?.messages.find(candidate => candidate.id === messageId);
  if (!document || !contract || !message) return undefined;
  const service = known.serviceOfDocument.get(id);
  const payload = schemaOf(contract, message.payload);
  const headers = schemaOf(contract, message.headers);
  return withoutSecrets({
    document: id,
    service: service?.id ?? '',
    serviceName: service?.name ?? document.title,
    actions: actionsOf(known, node.id, id),
    ...contentTypeOf(message, contract),
    ...(payload && { payload }),
    ...(headers && { headers }),
    ...(message.correlationId && { correlationId: message.correlationId.location }),
    bindings: message.bindings,
    examples: examplesOf(message, payload, headers),
    file: origin.source,
    ...lineOf(document, origin),
  });
}

/** What the service of a document does with a message, as far as this document says. */
export function actionsOf(known: Known, message: string, document: string): Action[] {
  const links = linksIn(known.linksOfMessage, message).filter(link =>
    link.evidence.some(item => item.document === document),
  );
  return [...new Set(links.map(link => link.action))].sort().reverse();
}

function contentTypeOf(message: Message, contract: Contract): { contentType?: string } {
  const contentType = message.contentType ?? contract.defaultContentType;
  return contentType === undefined ? {} : { contentType };
}

function schemaOf(contract: Contract, id: string | undefined): SchemaView | undefined {
  return id === undefined ? undefined : schemaView(contract, id);
}

function lineOf(document: CatalogDocument, origin: Origin): { line?: number } {
  const line = placeOf(document.places, origin)?.start.line;
  return line === undefined ? {} : { line };
}
