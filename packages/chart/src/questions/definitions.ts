import type { Contract, MessageId, SchemaId } from '@portolan/contract';
import { outline, type Shape } from '@portolan/schema';
import { index } from '../lookup.ts';
import type { Chart, ChartedDocument, DocumentId, MessageKey, ServiceId } from '../model.ts';
import { onceFor } from '../relate/once.ts';
import { type Places, placesOf } from './places.ts';

/** A document's own definition of a message, looked into. */
export interface Definition {
  readonly document: DocumentId;
  /** Id of its payload schema in the document. */
  readonly schema?: SchemaId;
  /** Language of the schema. */
  readonly format?: string;
  /** Absent when there is no schema, or none that Portolan can look inside; `closed` then says why. */
  readonly places?: Places;
  /** Why nobody can look inside: a sentence without its end. */
  readonly closed?: string;
}

/** The definitions of messages in some documents. */
export interface Definitions {
  /** Every definition of a message, or those of one service alone. */
  of(message: MessageKey, service?: ServiceId): readonly Definition[];
}

/** Opens the definitions of the documents that a chart was related from. Each is drawn when it is asked for first. */
export function definitionsIn(chart: Chart, documents: readonly ChartedDocument[]): Definitions {
  const known = byDocuments.get(documents) ?? new Map(documents.map(({ id, contract }) => [id, contract]));
  byDocuments.set(documents, known);
  const { messages, services, linksOfMessage } = index(chart);
  return {
    of(message, service) {
      const own = service === undefined ? undefined : (services.get(service)?.documents ?? []);
      const all = service === undefined ? [message] : [message, ...throughs(message, service)];
      return all.flatMap(each =>
        (messages.get(each)?.described ?? []).flatMap(({ document, id }) => {
          const contract = known.get(document);
          return contract && (!own || own.includes(document)) ? [definitionOf(document, contract, id)] : [];
        }),
      );
    },
  };

  /** Who receives it through a channel with a pattern defines it there. */
  function throughs(message: MessageKey, service: ServiceId): MessageKey[] {
    const links = (linksOfMessage.get(message) ?? []).filter(link => link.service === service);
    return [...new Set(links.flatMap(({ through }) => through?.message ?? []))];
  }
}

const byDocuments = new WeakMap<readonly ChartedDocument[], ReadonlyMap<DocumentId, Contract>>();

function definitionOf(document: DocumentId, contract: Contract, message: MessageId): Definition {
  const { schemas, payloads, drawn } = drawnOf(contract);
  const id = payloads.get(message);
  const source = id === undefined ? undefined : schemas.get(id);
  if (id === undefined || !source) return { document, closed: 'gives no schema for it' };
  const places = drawn.get(id) ?? draw(outline(source, name => schemas.get(name)));
  // What cannot be looked into may be later, when the library for its language has been loaded.
  if (typeof places === 'string') return { document, schema: id, format: source.format, closed: places };
  drawn.set(id, places);
  return { document, schema: id, format: source.format, places };
}

function draw(shape: Shape): Places | string {
  return shape.kind === 'opaque'
    ? `gives a schema that Portolan cannot look into (${shape.notChecked ?? shape.type})`
    : placesOf(shape);
}

const drawnOf = onceFor(contract => ({
  payloads: new Map(contract.messages.map(message => [message.id, message.payload])),
  schemas: new Map(contract.schemas.map(schema => [schema.id, schema])),
  drawn: new Map<SchemaId, Places>(),
}));
