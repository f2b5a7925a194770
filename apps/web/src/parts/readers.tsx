import { count } from '../words/count.ts';

/** Names of the services that read a field, by the path of the field. */
export type ReadersByField = ReadonlyMap<string, readonly string[]>;

const MOST_NAMED = 3;

/** Who reads a field: up to three names, then their number. */
export function Readers({ names, chosen }: { names: readonly string[]; chosen: string | undefined }) {
  if (names.length === 0) return null;
  const shown = chosen !== undefined && names.includes(chosen) ? [chosen] : names;
  return (
    <span className="readers" title={`Read by ${names.join(', ')}`}>
      <span className="unseen">read by </span>
      {shown.length > MOST_NAMED ? (
        <span className="reader">{count(shown.length, 'reader')}</span>
      ) : (
        shown.map(name => (
          <span key={name} className="reader">
            {name}
          </span>
        ))
      )}
    </span>
  );
}

/** Turns the fields that each receiver reads into the receivers that read each field. */
export function readersByField(
  receivers: readonly { readonly serviceName: string; readonly fields?: readonly string[] }[],
): ReadersByField {
  const readers = new Map<string, string[]>();
  for (const { serviceName, fields } of receivers) {
    for (const field of fields ?? []) {
      const names = readers.get(field) ?? [];
      if (!names.includes(serviceName)) names.push(serviceName);
      readers.set(field, names);
    }
  }
  return readers;
}
