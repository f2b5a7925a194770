import { fill, pointerOf } from '@portolan/base';
import { readAvro } from '../../avro/read.ts';
import type { SchemaSource } from '../../shape.ts';
import type { CompareOptions, Comparison, Difference, Lookups, NotCompared, SchemaPlace } from '../model.ts';
import { verdictOf } from '../verdict.ts';
import { AVRO_CODES, type AvroCode } from './codes.ts';
import { differencesOf, type Found, locationOf, pathOf } from './found.ts';
import { breaks, pairsOf } from './pairs.ts';
import { type Places, placesOf } from './places.ts';
import { type AvroRules, avroRules } from './rules.ts';
import { createWitnesses } from './witness.ts';

/** Pairs of types that are compared when nobody says otherwise. */
const MOST_PAIRS = 50_000;

/** Differences that get a witness each: ten messages say what there is to say. */
const MOST_WITNESSES = 10;

/**
 * Compares two Avro schemas by the schema resolution of Avro 1.12: can the reader read all that the writer may write?
 * Profiles: `avro` (the specification), `confluent` (Apache Avro’s checker, which the registries use), `sound` (what is
 * safe whatever implementation reads, values included). Never throws on malformed schemas: those are not checked.
 */
export function compareAvro(
  writer: SchemaSource,
  reader: SchemaSource,
  lookups: Lookups,
  options: CompareOptions = {},
): Comparison {
  const { profile = 'sound', budget = MOST_PAIRS, witness = true } = options;
  const rules = avroRules(profile);
  const [written, read] = [readAvro(writer, lookups.writer), readAvro(reader, lookups.reader)];
  const notCompared = [...flawsOf('writer', written), ...flawsOf('reader', read)];
  const root = pairsOf(written.type, read.type, rules, budget);
  if (!root) {
    notCompared.push({ path: '', reason: `the schemas have more than ${budget} pairs of types to compare` });
    return { verdict: 'not-checked', differences: [], notCompared };
  }
  const { found, unknown } = differencesOf(root);
  for (const { reason, trail } of unknown) notCompared.push({ path: pathOf(trail), reason });
  const places = { writer: placesOf(writer, lookups.writer), reader: placesOf(reader, lookups.reader) };
  const search = witness ? createWitnesses(written.type, read.type, rules) : undefined;
  let left = MOST_WITNESSES;
  const differences = found.map(one => {
    const difference = differenceOf(one, rules, places);
    const shown = difference.breaks === 'yes' && left-- > 0 ? search?.(one) : undefined;
    return shown ? { ...difference, witness: shown } : difference;
  });
  const first = differences.find(difference => difference.witness)?.witness;
  return { verdict: verdictOf(differences, notCompared), differences, notCompared, ...(first && { witness: first }) };
}

/** What is wrong with a schema itself leaves open how it is read. */
function flawsOf(side: 'writer' | 'reader', reading: ReturnType<typeof readAvro>): NotCompared[] {
  const [first] = reading.flaws().filter(({ kind }) => kind === 'invalid');
  return first ? [{ path: '', reason: `the ${side} is no valid Avro schema: ${first.message}` }] : [];
}

function differenceOf(found: Found, rules: AvroRules, places: { writer: Places; reader: Places }): Difference {
  const { leaf, trail } = found;
  const code: AvroCode = AVRO_CODES[leaf.code];
  const path = pathOf(trail, leaf.params.field?.toString());
  const params = { ...leaf.params, path: path === '' ? 'the message' : `\`${path}\`` };
  const [writer, reader] = [placeOf(found, 'writer', places.writer), placeOf(found, 'reader', places.reader)];
  return {
    code: leaf.code,
    says: fill(code.says, params),
    help: fill(code.help, params),
    path,
    ...(writer && { writer }),
    ...(reader && { reader }),
    breaks: breaks(leaf, rules) ? 'yes' : code.breaks === 'unknown' && rules.strict ? 'not-checked' : 'no',
    params: { ...leaf.params, location: locationOf(found) },
  };
}

/** Where a side says what the difference is about: the field or the member that is meant, else the type. */
function placeOf({ leaf, pair }: Found, side: 'writer' | 'reader', places: Places): SchemaPlace | undefined {
  const type = pair[side];
  const field = leaf[`${side}Field`];
  if (field !== undefined && type.kind === 'record') {
    const place = places.of(type.fields[field]?.type ?? type);
    return place && { schema: place.schema, pointer: place.pointer.replace(/\/type$/, '') };
  }
  const place = places.of(type);
  const at = leaf.at === undefined ? [] : [leaf.at];
  return place && { schema: place.schema, pointer: pointerOf(place.pointer, ...at) };
}
