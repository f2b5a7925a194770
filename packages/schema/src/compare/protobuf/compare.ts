import { fill } from '@portolan/base';
import { protobufFlaws } from '../../protobuf/check.ts';
import type { ProtoFile } from '../../protobuf/model.ts';
import { mistakeIn } from '../../protobuf/read.ts';
import { rootOf } from '../../protobuf/root.ts';
import { isText, type ProtoSource, worldOf } from '../../protobuf/world.ts';
import type { Lookup, SchemaSource } from '../../shape.ts';
import { judgeProtobuf } from '../../validate/protobuf-value.ts';
import type { CompareOptions, Comparison, Difference, Lookups, NotCompared, Profile, SchemaPlace } from '../model.ts';
import { verdictOf } from '../verdict.ts';
import { breaksBy, PROTOBUF_CODES, type ProtobufProfile } from './codes.ts';
import { createMessages } from './message.ts';
import { pathTo } from './path.ts';
import { type Found, type Side, walk } from './walk.ts';
import { witnessOf } from './witness.ts';

/** Pairs of messages that are compared when nobody says otherwise. */
const MOST_PAIRS = 20_000;

/** Differences that get a witness each. */
const MOST_WITNESSES = 10;

/**
 * Compares two Protobuf texts by what their bytes mean: does the reader find what the writer wrote? Profiles: `sound`
 * (the message that is sent: nothing is refused, lost or taken for something else), `protobuf-wire` and `protobuf-json`
 * (whole files, by Buf’s categories WIRE and WIRE_JSON, the writer’s text being the older one), `confluent` (whole files,
 * by the rules of its registry). Never throws on malformed texts: those are not checked.
 */
export function compareProtobuf(
  writer: SchemaSource,
  reader: SchemaSource,
  lookups: Lookups,
  options: CompareOptions = {},
): Comparison {
  const { budget = MOST_PAIRS, witness = true } = options;
  const profile = profileOf(options.profile);
  const notCompared: NotCompared[] = [];
  const [from, to] = [
    sideOf('writer', writer, lookups.writer, profile, notCompared),
    sideOf('reader', reader, lookups.reader, profile, notCompared),
  ];
  if (!from || !to) return { verdict: 'not-checked', differences: [], notCompared };
  const walked = walk(from, to, profile, budget);
  if (!walked) {
    notCompared.push({ path: '', reason: `the schemas have more than ${budget} pairs of messages to compare` });
    return { verdict: 'not-checked', differences: [], notCompared };
  }
  for (const { visit, field, reason } of walked.unknown) notCompared.push({ path: pathTo(visit, field.name), reason });
  const places = { writer: createPlaces(writer, lookups.writer), reader: createPlaces(reader, lookups.reader) };
  const search = witness ? searchFor(to, lookups.reader, profile) : undefined;
  let left = MOST_WITNESSES;
  const differences = walked.found.map(one => {
    const difference = differenceOf(one, profile, places);
    const shown = difference.breaks === 'yes' && left-- > 0 ? search?.(one) : undefined;
    return shown ? { ...difference, witness: shown } : difference;
  });
  const first = differences.find(difference => difference.witness)?.witness;
  return { verdict: verdictOf(differences, notCompared), differences, notCompared, ...(first && { witness: first }) };
}

function profileOf(profile: Profile | undefined): ProtobufProfile {
  return profile === 'protobuf-wire' || profile === 'protobuf-json' || profile === 'confluent' ? profile : 'sound';
}

/** Reads one side; what keeps it from being judged goes to `notCompared`. */
function sideOf(
  who: 'writer' | 'reader',
  source: SchemaSource,
  lookup: Lookup,
  profile: ProtobufProfile,
  notCompared: NotCompared[],
): Side | undefined {
  const stop = (reason: string) => {
    notCompared.push({ path: '', reason: `the ${who}’s schema: ${reason}` });
    return undefined;
  };
  if (!isText(source)) return stop('a Protobuf schema is written as text, and this is not');
  const world = worldOf(lookup);
  const file = world.fileOf(source);
  const mistake = mistakeIn(file, source.definition);
  if (mistake !== undefined) return stop(mistake);
  const root = rootOf(file, source.root);
  const several = 'among' in root;
  if (several && root.among.length === 0) return stop('it defines no message');
  // Whole files can be judged by the names in them; a message that is sent has to be known.
  if (several && profile === 'sound')
    return stop(`it defines several messages (${root.among.join(', ')}), and nothing says which is meant`);
  const [flaw] = protobufFlaws(source, lookup).filter(({ kind }) => kind === 'invalid');
  if (flaw) notCompared.push({ path: '', reason: `the ${who} is no valid Protobuf: ${flaw.message}` });
  for (const extended of extendedIn(source.definition))
    notCompared.push({ path: '', reason: `the ${who} extends \`${extended}\`, and extensions are not read` });
  return { file, message: several ? undefined : root.message, messages: createMessages(world) };
}

/** Messages that a text adds fields to from outside; options of tools do not count. */
function extendedIn(text: string): readonly string[] {
  const names = Array.from(text.matchAll(/^\s*extend\s+\.?([\w.]+)\s*\{/gm), ([, name]) => name as string);
  return [...new Set(names)].filter(name => !name.startsWith('google.protobuf.'));
}

/** How witnesses are searched for: in bytes, and by the profile for JSON also in that. */
function searchFor({ file, message, messages }: Side, lookup: Lookup, profile: ProtobufProfile) {
  if (!message) return undefined;
  const judgeJson = (json: unknown) => {
    const verdict = judgeProtobuf({ world: worldOf(lookup), file, message }, json);
    const [problem] = 'valid' in verdict && !verdict.valid ? verdict.problems : [];
    return problem && `in JSON, \`${problem.pointer || '/'}\` ${problem.message}`;
  };
  const reader = messages(message, file);
  return (found: Found) => witnessOf(found, reader, profile === 'protobuf-json' ? judgeJson : undefined);
}

type Places = (file: ProtoFile | undefined) => string;

function differenceOf(
  { leaf, visit }: Found,
  profile: ProtobufProfile,
  places: { writer: Places; reader: Places },
): Difference {
  const { says, help } = PROTOBUF_CODES[leaf.code];
  const breaks = breaksBy(leaf.code, leaf.breaks, profile);
  const path = pathTo(visit, leaf.params.field?.toString());
  const params = { ...leaf.params, path: path === '' ? 'the message' : `\`${path}\`` };
  const side = (who: 'writer' | 'reader'): SchemaPlace | undefined => {
    const pointer = leaf[`${who}Name`] ?? leaf[`${who}Field`]?.declared.fullName;
    const file = visit?.[who].file;
    return pointer === undefined ? undefined : { schema: places[who](file), pointer };
  };
  const [writer, reader] = [side('writer'), side('reader')];
  return {
    code: leaf.code,
    says: fill(says, params),
    help: fill(help, params),
    path,
    ...(writer && { writer }),
    ...(reader && { reader }),
    breaks: breaks === 'unknown' ? 'not-checked' : breaks,
    params: leaf.params,
  };
}

/** The id of the definition that a file was read from. */
function createPlaces(source: SchemaSource, lookup: Lookup): Places {
  const world = worldOf(lookup);
  const ids = new Map<ProtoFile, string>();
  const open: SchemaSource[] = [source];
  const known = new Set([source.id]);
  return file => {
    if (!file) return source.id;
    for (let next = ids.has(file) ? undefined : open.shift(); next !== undefined; next = open.shift()) {
      if (isText(next)) ids.set(world.fileOf(next as ProtoSource), next.id);
      for (const id of Object.values(next.imports ?? {}).flat()) {
        const other = known.has(id) ? undefined : lookup(id);
        known.add(id);
        if (other) open.push(other);
      }
      if (ids.has(file)) break;
    }
    return ids.get(file) ?? source.id;
  };
}
