import { listed } from '../listed.ts';
import type { Leaf } from './leaf.ts';
import type { Field, Message } from './message.ts';
import { sampleOf } from './sample.ts';

/** Of the fields of a oneof one at most is set: what moves into one can be lost. */
export function compareOneofs(writer: Message, reader: Message): Leaf[] {
  const leaves: Leaf[] = [];
  const joined = new Set<string>();
  for (const { name } of reader.type.oneofs) {
    const fields = writer.fields.filter(field => reader.byNumber.get(field.number)?.oneof === name);
    const other = fields.find(field => groupOf(field) !== groupOf(fields[0] as Field));
    if (!fields[0] || !other) continue;
    joined.add(name);
    leaves.push({
      code: 'ONEOF_JOINED',
      params: { field: fields[0].name, fields: listed(fields.map(field => field.name)), reader: `“${name}”` },
      writerField: fields[0],
      readerField: reader.byNumber.get(other.number) as Field,
      set: [fields[0], other].map(field => [field, [sampleOf(field)]] as const),
    });
  }
  for (const field of writer.fields) {
    const found = reader.byNumber.get(field.number);
    if (!found || found.oneof === field.oneof || (found.oneof !== undefined && joined.has(found.oneof))) continue;
    const params = { field: field.name, writer: oneofWord(field), reader: oneofWord(found) };
    leaves.push({ code: 'ONEOF_CHANGED', params, writerField: field, readerField: found });
  }
  return leaves;
}

/** Fields of one group are never set together. */
function groupOf(field: Field): string {
  return field.oneof === undefined ? `field ${field.name}` : `oneof ${field.oneof}`;
}

function oneofWord({ oneof }: Field): string {
  return oneof === undefined ? 'no oneof' : `the oneof “${oneof}”`;
}
