import type { Message } from '@portolan/contract';
import type { Known } from './known.ts';
import type { DocsDocument, DocsMessage } from './model.ts';
import { type SeenSchema, schemaOf } from './schemas.ts';

/** What one document says that a message looks like. */
export interface Definition {
  readonly document: DocsDocument;
  /** Name of the service that the document describes. */
  readonly service: string;
  readonly actions: readonly ('send' | 'receive')[];
  readonly message: Message;
  readonly contentType?: string;
  readonly payload?: SeenSchema;
  readonly headers?: SeenSchema;
}

/** A page and the search ask for the same ones, and drawing schemas is most of the work. */
const made = new WeakMap<DocsMessage, readonly Definition[]>();

/** What each document says that the message looks like: those of its senders first, then in the order of documents. */
export function definitionsOf(world: Known, node: DocsMessage): readonly Definition[] {
  const before = made.get(node);
  if (before) return before;
  const definitions = define(world, node);
  made.set(node, definitions);
  return definitions;
}

function define(world: Known, node: DocsMessage): Definition[] {
  const links = world.linksOfMessage(node.id);
  const found = node.described.flatMap(({ document: id, id: messageId }) => {
    const document = world.documents.get(id);
    const message = document?.contract.messages.find(candidate => candidate.id === messageId);
    if (!document || !message) return [];
    const { contract } = document;
    const payload = schemaOf(contract, message.payload);
    const headers = schemaOf(contract, message.headers);
    const contentType = message.contentType ?? contract.defaultContentType;
    const service = world.serviceOf.get(id);
    const actions = links.filter(link => link.service === service?.id).map(link => link.action);
    return [
      {
        document,
        service: service?.name ?? contract.info.title,
        actions: [...new Set(actions)].sort().reverse(),
        message,
        ...(contentType !== undefined && { contentType }),
        ...(payload && { payload }),
        ...(headers && { headers }),
      },
    ];
  });
  const rank = ({ actions }: Definition) => (actions.includes('send') ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Names of the services that read each field of a message, by the field's path. */
export function readersOf(world: Known, node: DocsMessage): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const { action, service, fields = [] } of world.linksOfMessage(node.id)) {
    if (action !== 'receive') continue;
    const name = world.services.get(service)?.name ?? service;
    for (const field of fields) {
      const names = readers.get(field) ?? [];
      if (!names.includes(name)) names.push(name);
      readers.set(field, names);
    }
  }
  return readers;
}
