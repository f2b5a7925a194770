import { pointerOf } from '@portolan/base';
import { dialectOf, heedsSiblings, isJsonSchema } from '../dialect.ts';
import { isObject, type JsonObject } from '../json.ts';
import { HOLDERS } from '../keywords.ts';
import { longestText, UNLIMITED } from '../pattern/risk.ts';
import { withUnicode } from '../pattern/unicode.ts';
import { baseOf, follow } from '../reference.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import { flawOf } from './flaws.ts';

/** Definitions that one schema may draw in. */
const MOST_DEFINITIONS = 2_000;

export interface Bundle {
  readonly schema: JsonObject;
  /** Length of the longest text that every regular expression in it can be tried on in good time. */
  readonly longest: number;
  /** Length of the longest name of a member that its `patternProperties` can be tried on. */
  readonly longestName: number;
  /** Why a value without problems may still be wrong: a keyword that was left out because it makes no sense. */
  readonly unclear: string | undefined;
}

/** What says nothing about a value. Extensions and examples may hold anything, things that look like schemas included. */
const SILENT = /^(x-.*|title|description|examples?|default|externalDocs|discriminator|xml|deprecated|\$comment)$/;

/** What names a schema for references that are no pointers. */
const NAMES: ReadonlySet<string> = new Set(['$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor']);

/** References whose target depends on the way that led to them. */
const DYNAMIC: ReadonlySet<string> = new Set(['$dynamicRef', '$recursiveRef']);

/** Limits of the formats that name a machine's number. */
const WIDTHS: Readonly<Record<string, JsonObject>> = {
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1, multipleOf: 1 },
  int64: { minimum: -(2 ** 63), maximum: 2 ** 63, multipleOf: 1 },
};

/** Where a schema stands: in which definition, where that is in the bundle, and inside a schema with an address of its own. */
interface Place {
  readonly source: SchemaSource;
  readonly base: string;
  readonly addressed: boolean;
}

/**
 * A schema with all that it refers to, as one document that a validator understands; it shares nothing with what it was
 * made from, because validators write into schemas. Definitions stand under `$defs` by their ids. The answer is a
 * sentence when something is missing or written in another language.
 *
 * @param byAddress keep `$id`, because something refers to it. Otherwise it is left out: many authors put any text there.
 */
export function bundled(source: SchemaSource, lookup: Lookup, byAddress = false): Bundle | string {
  const dialect = dialectOf(source);
  const definitions: Record<string, unknown> = {};
  const waiting: string[] = [];
  const known = new Set<string>();
  let [longest, longestName] = [UNLIMITED, UNLIMITED];
  let unclear: string | undefined;
  let unfollowed: string | undefined;
  let needsAddresses = false;

  if (typeof source.definition !== 'boolean' && !isObject(source.definition)) {
    return 'a JSON Schema is an object or a boolean, and this is neither';
  }
  const root = rewritten(source.definition, { source, base: '#', addressed: false });
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const found = lookup(id);
    if (!found) return `the schema “${id}” that it refers to is missing`;
    if (!isJsonSchema(found.format)) return `“${id}” that it refers to is written in ${found.format}`;
    if (known.size > MOST_DEFINITIONS) return 'it refers to too many schemas';
    definitions[id] = rewritten(found.definition, { source: found, base: placeOf(id), addressed: false });
  }
  if (unfollowed !== undefined) return unfollowed;
  if (needsAddresses && !byAddress) return bundled(source, lookup, true);
  const whole = wholeOf(root);
  const schema = { ...whole, $defs: { ...(isObject(whole.$defs) ? whole.$defs : {}), ...definitions } };
  return { schema: structuredClone(schema), longest, longestName, unclear };

  function rewritten(schema: unknown, at: Place): unknown {
    if (!isObject(schema)) return schema;
    const top = schema === at.source.definition;
    const inner = !top && typeof schema.$id === 'string' ? { ...at, addressed: true } : at;
    if (typeof schema.$ref === 'string' && !heedsSiblings(dialect)) {
      const beside = isObject(schema.definitions) && { definitions: held('definitions', schema.definitions, at) };
      return { $ref: reference(schema.$ref, at), ...beside };
    }
    const copy: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (SILENT.test(keyword) || (top && keyword === '$schema')) continue;
      if (NAMES.has(keyword) && (top || !byAddress)) continue;
      const flaw = flawOf(keyword, value);
      if (DYNAMIC.has(keyword)) unfollowed ??= `it uses \`${keyword}\`, which Portolan does not follow`;
      else if (flaw) unclear ??= flaw;
      else copy[keyword] = keyword === '$ref' ? reference(String(value), inner) : held(keyword, value, inner);
    }
    limitTexts(copy);
    limitNumbers(copy);
    return dialect === 'openapi-3.0' && copy.nullable === true ? orNull(copy) : copy;
  }

  /** Puts regular expressions as the engine reads them, and keeps those that could take for ages from long texts. */
  function limitTexts(copy: Record<string, unknown>): void {
    if (isObject(copy.patternProperties)) {
      const entries = Object.entries(copy.patternProperties).map(([name, inner]) => [understood(name), inner] as const);
      copy.patternProperties = Object.fromEntries(entries.filter(([name]) => name !== undefined));
      for (const [name] of entries) longestName = Math.min(longestName, longestText(name ?? ''));
    }
    if (typeof copy.pattern !== 'string') return;
    const pattern = understood(copy.pattern);
    delete copy.pattern;
    if (pattern === undefined) return;
    const limit = longestText(pattern);
    longest = Math.min(longest, limit);
    if (limit >= UNLIMITED) copy.pattern = pattern;
    else alsoSays(copy, { if: { minLength: limit + 1 }, else: { pattern } });
  }

  function understood(pattern: string): string | undefined {
    const found = withUnicode(pattern);
    if (found === undefined) unclear ??= `its pattern ${pattern} is no regular expression that Portolan understands`;
    return found;
  }

  function held(keyword: string, value: unknown, at: Place): unknown {
    const holds = HOLDERS.get(keyword);
    if (holds === undefined) return value;
    if (holds === 'map' || holds === 'map-or-names') {
      if (!isObject(value)) return value;
      const inner = (item: unknown) => (Array.isArray(item) ? item : rewritten(item, at));
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inner(item)]));
    }
    return Array.isArray(value) ? value.map(item => rewritten(item, at)) : rewritten(value, at);
  }

  /** `#/schemas/<id>` names another definition; every other pointer or anchor stays inside its own. */
  function reference(written: string, at: Place): string {
    const id = /^#\/schemas\/([^/]+)/.exec(written)?.[1];
    if (id === undefined) return inside(written, at);
    const name = id.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!known.has(name)) {
      known.add(name);
      waiting.push(name);
    }
    return `${placeOf(name)}${written.slice(`#/schemas/${id}`.length)}`;
  }

  function inside(written: string, { source, base, addressed }: Place): string {
    if (!written.startsWith('#') || addressed) needsAddresses = true;
    if (written === '#') return base;
    if (written.startsWith('#/')) return `${base}${written.slice(1)}`;
    const target = byAddress ? undefined : follow(written, baseOf(source), lookup);
    return target === undefined || typeof target === 'string' ? written : `${base}${encodeURI(target.pointer)}`;
  }
}

/** Where a definition stands in the bundle, in the spelling of the engine. */
function placeOf(id: string): string {
  return `#/$defs${encodeURI(pointerOf('', id)).replaceAll('#', '%23')}`;
}

/** A root that other definitions can stand in: older drafts see nothing beside a reference. */
function wholeOf(root: unknown): JsonObject {
  if (!isObject(root)) return { allOf: [root] };
  const { $ref, allOf, ...rest } = root;
  return $ref === undefined ? root : { ...rest, allOf: [...(Array.isArray(allOf) ? allOf : []), { $ref }] };
}

function limitNumbers(copy: Record<string, unknown>): void {
  if (typeof copy.format !== 'string') return;
  const width = Object.hasOwn(WIDTHS, copy.format) ? WIDTHS[copy.format] : undefined;
  if (width) alsoSays(copy, width);
  // The engine would take what every object of JavaScript has (`constructor` …) for the judge of a format.
  if (copy.format in {}) delete copy.format;
}

/** Adds a schema that the same value must match too. */
function alsoSays(copy: Record<string, unknown>, more: JsonObject): void {
  copy.allOf = [...(Array.isArray(copy.allOf) ? copy.allOf : []), more];
}

/** OpenAPI 3.0 allows null beside whatever else a schema says. */
function orNull({ nullable, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return { anyOf: [schema, { type: 'null' }] };
}
