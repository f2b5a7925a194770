import { nearest } from '@portolan/base';
import { type Contract, type ReadResult, readText, type SchemaDefinition } from '@portolan/contract';
import { flawsOf, type Lookup, prepare } from '@portolan/schema';
import { declarationsOf } from '@portolan/schema/protobuf';
import type { RemoteChoice } from '../documents/remote.ts';
import { faults } from '../faults.ts';
import { sideAt } from '../revisions/side.ts';
import { framed, frameLocation, type Wanted, wantedIn } from './wanted.ts';

/** A schema with all that it refers to. */
export interface GivenSchema {
  /** As people named it. */
  readonly name: string;
  readonly source: SchemaDefinition;
  readonly lookup: Lookup;
  /** Where a place of it, or of what it refers to, stands: `orders.avsc:4:7`. */
  readonly placeOf: (schema: string, pointer: string) => string | undefined;
}

/**
 * The schema that an argument names: a file in Avro, Protobuf or JSON Schema, such as `orders.proto#Order`, or a message or
 * a schema of a document, `orders.yaml#OrderPlaced`. Files are named as `diff` takes them: by path, address or revision.
 *
 * Faults: those of `sideAt`; CLI_SCHEMA_UNREADABLE, CLI_SCHEMA_UNKNOWN.
 */
export async function schemaAt(argument: string, options: RemoteChoice): Promise<GivenSchema> {
  const wanted = wantedIn(argument);
  const [document] = (await sideAt(wanted.file, options)).documents;
  if (!document) throw faults.SCHEMA_UNKNOWN({ name: argument, hint: '' });
  // A file is named by itself; in a folder, documents have a way.
  if (document.way !== '') throw faults.SCHEMA_UNKNOWN({ name: argument, hint: 'That is a folder. ' });
  const text = await document.text();
  const frame = framed(document.location, text, wanted.part);
  const load = (location: string) => (location === document.location ? text : document.load(location));
  const read = frame
    ? await readText(frameLocation(document.location), frame, load)
    : await readText(document.location, text, load);
  const found = read.contract && (frame ? rootOf(read.contract, wanted) : partOf(read.contract, wanted));
  const worst = read.findings.find(({ severity }) => severity === 'error');
  // A document may be wrong elsewhere; of a file that holds nothing but the schema, everything counts.
  if (worst && (frame || !found)) throw unreadable(argument, worst.message);
  if (!found)
    throw faults.SCHEMA_UNKNOWN({
      name: argument,
      hint: read.contract ? hintOf(read.contract, wanted, frame !== undefined) : '',
    });
  return await whole(argument, found, read);
}

async function whole(name: string, source: SchemaDefinition, read: ReadResult): Promise<GivenSchema> {
  const schemas = new Map(read.contract?.schemas.map(schema => [schema.id, schema]));
  const lookup: Lookup = id => schemas.get(id);
  await prepare([...schemas.values()].map(({ format }) => format));
  const [flaw] = flawsOf(source, lookup).filter(({ kind }) => kind === 'invalid' || kind === 'missing');
  if (flaw) throw unreadable(name, flaw.message);
  return { name, source, lookup, placeOf };

  function placeOf(schema: string, pointer: string): string | undefined {
    const origin = schemas.get(schema)?.origin;
    const place = origin && read.locate({ ...origin, pointer: `${origin.pointer}${pointer}` });
    return place && `${origin.source}:${place.start.line}:${place.start.column}`;
  }
}

/** The payload of the only message of a frame; of Protobuf the message that is asked for. */
function rootOf(contract: Contract, { part }: Wanted): SchemaDefinition | undefined {
  const [message] = contract.messages;
  const source = contract.schemas.find(({ id }) => id === message?.payload);
  if (!source || part === '' || part.startsWith('/')) return source;
  const root = messagesIn(source).find(name => name === part || name.endsWith(`.${part}`));
  return root === undefined ? undefined : { ...source, root };
}

/** Full names of the messages that a Protobuf text declares. */
function messagesIn({ format, definition }: SchemaDefinition): string[] {
  if (format !== 'protobuf' || typeof definition !== 'string') return [];
  return declarationsOf(definition).flatMap(({ kind, name }) => (kind === 'message' ? name : []));
}

/** In a document: the payload of a message by its id or name, or a schema by its id or pointer. */
function partOf(contract: Contract, { part }: Wanted): SchemaDefinition | undefined {
  const message = contract.messages.find(({ id, name }) => id === part || name === part);
  const wanted = message?.payload ?? part;
  return contract.schemas.find(({ id, origin }) => id === wanted || (part !== '' && origin.pointer === part));
}

function hintOf(contract: Contract, { part }: Wanted, isFrame: boolean): string {
  const declared = contract.schemas.flatMap(messagesIn);
  if (isFrame && declared.length > 0) return `It declares ${declared.slice(0, 5).join(', ')}. `;
  const names = [...contract.messages.map(({ name }) => name), ...contract.schemas.map(({ id }) => id)];
  const meant = part === '' ? undefined : nearest(part, names);
  if (meant !== undefined) return `Did you mean #${meant}? `;
  const some = contract.messages.slice(0, 5).map(({ name }) => `#${name}`);
  return some.length > 0 ? `There are, for example, ${some.join(', ')}. ` : '';
}

function unreadable(name: string, message: string): Error {
  return faults.SCHEMA_UNREADABLE({ name, reason: message.replace(/\.$/, '') });
}
