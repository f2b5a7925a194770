import { isObject, type JsonObject } from '@portolan/base';
import type { SchemaFormat } from '@portolan/contract';
import { insertMember } from '../edit/insert.ts';
import { faults } from '../faults.ts';
import { changedSample } from './changed-sample.ts';
import { changedSchema } from './changed-schema.ts';
import { withoutEnding } from './deprecate.ts';
import { type EvolveOptions, MAPPING, type Mapping } from './model.ts';
import { versionedName } from './names.ts';
import { below, homeOf, type Pages, type Place, referenceIn, referenceTo, traitMembers } from './pages.ts';

/** Languages in which fields can be changed. */
const JSON_SCHEMA: ReadonlySet<SchemaFormat> = new Set(['asyncapi', 'json-schema', 'openapi']);

/**
 * The new version of a message, as it stands beside the old one. A payload that has a name of its own becomes a schema of
 * its own beside that; any other is written into the message. Throws REWRITE_EVOLVE_UNABLE for fields of other languages.
 *
 * @param format language of the payload, where there is one
 */
export function newMessage(
  pages: Pages,
  old: Place,
  { message, to, changes }: EvolveOptions,
  mapping: Mapping,
  format: SchemaFormat | undefined,
): JsonObject {
  const value = pages.valueAt(old);
  if (!isObject(value)) throw faults.EVOLVE_UNABLE({ message, reason: 'it is no object' });
  const inTraits = traitMembers(pages, old);
  const named = ['name', 'messageId'].find(key => inTraits.has(key));
  if (named !== undefined) throw faults.EVOLVE_UNABLE({ message, reason: `its \`${named}\` comes from a trait` });
  const made: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(withoutEnding(value))) {
    if (key === MAPPING) continue;
    made[key] =
      (key === 'name' || key === 'messageId') && typeof member === 'string' ? versionedName(member, to) : member;
  }
  if (changes.length > 0 && (format === undefined || !JSON_SCHEMA.has(format)))
    throw faults.EVOLVE_UNABLE({ message, reason: 'fields can be changed in payloads of JSON Schema only' });
  if (made.payload !== undefined && format !== undefined && JSON_SCHEMA.has(format)) {
    const multi = isObject(made.payload) && 'schema' in made.payload && 'schemaFormat' in made.payload;
    const place = multi ? below(old, 'payload', 'schema') : below(old, 'payload');
    const payload = newPayload(pages, place, changes, to);
    made.payload = multi ? { ...(made.payload as JsonObject), schema: payload } : payload;
  }
  if (Array.isArray(made.examples)) {
    const examples = made.examples.map(example => changedSample(example, changes));
    delete made.examples;
    if (examples.every(example => example !== undefined)) made.examples = examples;
  }
  return { ...made, [MAPPING]: mapping };
}

function newPayload(pages: Pages, place: Place, changes: EvolveOptions['changes'], to: string): unknown {
  const home = place.source;
  if (referenceIn(pages.valueAt(place)) === undefined) return changedSchema(pages, place, changes, home);
  const target = pages.follow(place);
  const shelf = homeOf(target);
  if (!shelf || target.source !== home || !isNamed(target.pointer)) return changedSchema(pages, place, changes, home);
  const name = versionedName(shelf.key, to);
  const copy = changedSchema(pages, target, changes, home);
  if (Object.hasOwn(pages.valueAt(shelf.holder) as JsonObject, name)) throw faults.EVOLVE_TAKEN({ name });
  pages.edit(home, file => insertMember(file, shelf.holder, name, copy, shelf.key));
  return { $ref: referenceTo(below(shelf.holder, name), home) };
}

/** Whether a schema is one that others can refer to by a name. */
function isNamed(pointer: string): boolean {
  return /^\/(components\/schemas|\$defs|definitions)\/[^/]+$/.test(pointer);
}
