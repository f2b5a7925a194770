import type { AvroField, AvroRecord } from '../../avro/model.ts';
import { listed } from '../listed.ts';
import type { Leaf } from './leaf.ts';

/** What comparing the fields of two records comes to, without what is inside of them. */
export interface ComparedFields {
  readonly leaves: readonly Leaf[];
  /** Fields that both sides have, by their order. */
  readonly pairs: readonly { readonly writer: number; readonly reader: number }[];
}

/** The fields of a record that both sides have, as the reader finds them, and what is to say of the others. */
export function compareFields(writer: AvroRecord, reader: AvroRecord): ComparedFields {
  const row = compared.get(writer) ?? new WeakMap<AvroRecord, ComparedFields>();
  compared.set(writer, row);
  const found = row.get(reader) ?? pairFields(writer, reader);
  row.set(reader, found);
  return found;
}

/** Every witness asks the same again. */
const compared = new WeakMap<AvroRecord, WeakMap<AvroRecord, ComparedFields>>();

function pairFields(writer: AvroRecord, reader: AvroRecord): ComparedFields {
  const leaves: Leaf[] = [];
  const pairs: { readonly writer: number; readonly reader: number }[] = [];
  const taken = new Set<number>();
  const byName = new Map(writer.fields.map((field, index) => [field.name, index] as const));
  for (const [index, field] of reader.fields.entries()) {
    const found = [...new Set([field.name, ...field.aliases])].flatMap(name => byName.get(name) ?? []);
    const [first] = found;
    for (const one of found) taken.add(one);
    if (first === undefined) {
      const code = field.default === undefined ? 'PROPERTY_REQUIRED' : 'PROPERTY_ADDED';
      leaves.push({ code, params: { field: field.name }, readerField: index });
    } else if (found.length > 1) {
      const fields = listed(found.map(one => (writer.fields[one] as AvroField).name));
      leaves.push({ code: 'PROPERTY_AMBIGUOUS', params: { field: field.name, fields }, readerField: index });
    } else {
      const name = (writer.fields[first] as AvroField).name;
      if (name !== field.name) {
        const params = { field: name, reader: field.name };
        leaves.push({ code: 'PROPERTY_RENAMED', params, writerField: first, readerField: index });
      }
      pairs.push({ writer: first, reader: index });
    }
  }
  for (const [index, field] of writer.fields.entries())
    if (!taken.has(index)) leaves.push({ code: 'PROPERTY_REMOVED', params: { field: field.name }, writerField: index });
  return { leaves, pairs };
}
