import type { Message, SchemaDefinition } from '@portolan/contract';
import type { ChartedDocument } from '../model.ts';
import { onceFor } from './once.ts';

/**
 * What tells that two payloads are one and the same schema, whatever their messages are called: the file it stands in,
 * where several documents refer to it, its `$id`, the full name of an Avro or Protobuf type.
 */
export function identitiesOf({
  document,
  message,
}: {
  readonly document: ChartedDocument;
  readonly message: Message;
}): readonly string[] {
  const { schemas, entry } = knownIn(document.contract);
  const schema = message.payload === undefined ? undefined : schemas.get(message.payload);
  if (!schema) return [];
  const { source, pointer } = schema.origin;
  // What stands in the document itself is its own, and the same place in another file is another schema.
  const shared = source === entry ? [] : [`file ${document.source} ${source}#${pointer}`];
  return [...shared, ...namesOf(schema)];
}

const knownIn = onceFor(contract => ({
  schemas: new Map(contract.schemas.map(schema => [schema.id, schema])),
  entry: contract.info.origin.source,
}));

function namesOf({ format, definition, root }: SchemaDefinition): string[] {
  if (format === 'protobuf') return root?.includes('.') ? [`protobuf ${root}`] : [];
  if (definition === null || typeof definition !== 'object') return [];
  const { $id, name, namespace } = definition as { $id?: unknown; name?: unknown; namespace?: unknown };
  if (format === 'avro') {
    const full = typeof namespace === 'string' && !String(name).includes('.') ? `${namespace}.${name}` : name;
    // A name without a namespace is a word that anybody may use.
    return typeof full === 'string' && full.includes('.') ? [`avro ${full}`] : [];
  }
  return typeof $id === 'string' && /^[a-z][a-z0-9+.-]*:/i.test($id) ? [`id ${$id.replace(/#$/, '')}`] : [];
}
