import { flawOf } from '../../../evaluate/flaws.ts';
import { formatFacts } from '../../../evaluate/formats/format.ts';
import type { Node } from '../../../evaluate/model.ts';
import { dynamicTarget, recursiveTarget } from '../../../evaluate/references.ts';
import { resolve, type Target } from '../../../evaluate/resolve.ts';
import { isObject, type JsonObject, typeOf } from '../../../json.ts';
import { matcherOf } from '../../../pattern/match.ts';
import type { Part, Said, Term, Type } from './part.ts';
import { termInside, termOf } from './term.ts';

/** What a schema demands, part by part. Read once. */
export function partsOf(term: Term): readonly Part[] {
  term.parts ??= read(term);
  return term.parts;
}

/** Chains of references that are followed at once. */
const LONGEST_CHAIN = 50;

/** The schema that another one is nothing but a reference to, or a list with nothing else; else itself. */
export function bare(term: Term): Term {
  let inner = term;
  for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
    const [only, ...others] = partsOf(inner);
    if (only?.kind !== 'all' || others.length > 0 || only.terms.length !== 1 || only.exceptNull) return inner;
    inner = only.terms[0] as Term;
  }
  return term;
}

function read(term: Term): readonly Part[] {
  const { node, scope } = term;
  const { schema, resource } = node;
  const parts: Part[] = [];
  const beside: Record<string, unknown> = {};
  const add = (said: Said, on: Part['on'], keyword: string): void => {
    const part = said as Writable<Part>;
    part.on = on;
    part.keyword = keyword;
    part.beside = beside;
    part.resource = resource;
    part.scope = scope;
    parts.push(part as Part);
  };
  const { rules } = resource;
  if (schema === true) return parts;
  if (schema === false) add({ kind: 'never' }, 'any', '');
  else if (!isObject(schema)) add({ kind: 'unclear', reason: `a schema here is ${typeOf(schema)}` }, 'any', '');
  else if (rules.unclear !== undefined) add({ kind: 'unclear', reason: rules.unclear }, 'any', '');
  else {
    const isAlone = !rules.heedsSiblings && typeof schema.$ref === 'string';
    const said = beside;
    for (const name of isAlone ? ['$ref'] : Object.keys(schema)) {
      const keyword = rules.keywords.get(name);
      if (keyword?.maker === undefined || schema[name] === undefined) continue;
      const flaw = flawOf(name, keyword.form, schema[name]);
      if (flaw === undefined) said[name] = schema[name];
      else add({ kind: 'unclear', reason: flaw }, 'any', name);
    }
    values(said, add);
    numbers(said, rules.dialect, add);
    texts(said, add);
    lists(said, term, add);
    objects(said, term, add);
    combinations(said, term, add);
    for (const name of ['unevaluatedProperties', 'unevaluatedItems']) {
      if (said[name] === undefined) continue;
      const inner = termInside(said[name], resource, scope);
      add({ kind: 'unevaluated', term: inner }, name === 'unevaluatedItems' ? 'array' : 'object', name);
    }
    if (said.nullable === true) return orNull(parts);
  }
  return parts;
}

type Writable<T> = { -readonly [Member in keyof T]: T[Member] };

/** Completes what is said, which is its own. */
type Add = (said: Said, on: Part['on'], keyword: string) => void;

/** OpenAPI 3.0: null fits whatever else is said, so that everything else is about other values. */
function orNull(parts: readonly Part[]): Part[] {
  return parts.map(part => (part.on === 'any' ? { ...part, exceptNull: true } : part));
}

function values(said: JsonObject, add: Add): void {
  if (said.type !== undefined) {
    const names = new Set(typeof said.type === 'string' ? [said.type] : (said.type as string[]));
    const isWhole = names.has('integer') && !names.has('number');
    if (names.delete('integer')) names.add('number');
    add({ kind: 'types', types: names as Set<string> as Set<Type>, isWhole }, 'any', 'type');
  }
  if (said.enum !== undefined) add({ kind: 'values', values: said.enum as unknown[] }, 'any', 'enum');
  if (Object.hasOwn(said, 'const')) {
    add({ kind: 'values', values: [said.const] }, 'any', 'const');
  }
}

function numbers(said: JsonObject, dialect: string, add: Add): void {
  const isOld = dialect === 'draft-04' || dialect === 'openapi-3.0';
  const bound = (keyword: string, side: 'least' | 'most', excludes: boolean): void => {
    const limit = numberFrom(said[keyword]);
    if (limit === undefined) return;
    if (!Number.isFinite(limit)) add({ kind: 'unclear', reason: TOO_LARGE }, 'number', keyword);
    else add({ kind: 'bound', side, limit, excludes }, 'number', keyword);
  };
  for (const [plain, exclusive, side] of BOUNDS) {
    const excludes = isOld && said[exclusive] === true;
    bound(plain, side, excludes);
    if (!isOld) bound(exclusive, side, true);
  }
  const of = numberFrom(said.multipleOf);
  if (of === undefined) return;
  if (Number.isFinite(of)) add({ kind: 'multiple', of }, 'number', 'multipleOf');
  else add({ kind: 'unclear', reason: TOO_LARGE }, 'number', 'multipleOf');
}

const BOUNDS = [
  ['minimum', 'exclusiveMinimum', 'least'],
  ['maximum', 'exclusiveMaximum', 'most'],
] as const;

const TOO_LARGE = 'it holds a number that is too large to calculate with';

/** Infinite where JavaScript has no number that is exactly it. */
function numberFrom(value: unknown): number | undefined {
  if (typeof value === 'bigint') return BigInt(Number(value)) === value ? Number(value) : Number.POSITIVE_INFINITY;
  return typeof value === 'number' ? value : undefined;
}

function texts(said: JsonObject, add: Add): void {
  amounts(said, 'minLength', 'maxLength', 'string', add);
  if (said.pattern !== undefined) {
    const source = String(said.pattern);
    const matcher = matcherOf(source);
    const part: Said =
      typeof matcher === 'string'
        ? { kind: 'unclear', reason: `its pattern ${source} is no regular expression that Portolan understands` }
        : { kind: 'pattern', source };
    add(part, 'string', 'pattern');
  }
  if (said.format === undefined) return;
  const format = String(said.format);
  const facts = formatFacts(format);
  if (facts) add({ kind: 'format', format }, facts === 'text' ? 'string' : 'number', 'format');
}

function amounts(said: JsonObject, least: string, most: string, on: Type, add: Add): void {
  if (said[least] !== undefined) {
    const limit = Number(said[least]);
    add({ kind: 'amount', least: limit, most: Number.POSITIVE_INFINITY }, on, least);
  }
  if (said[most] !== undefined) {
    add({ kind: 'amount', least: 0, most: Number(said[most]) }, on, most);
  }
}

function lists(said: JsonObject, { node, scope }: Term, add: Add): void {
  const { resource } = node;
  amounts(said, 'minItems', 'maxItems', 'array', add);
  if (said.uniqueItems === true) add({ kind: 'unique' }, 'array', 'uniqueItems');
  const isOldTuple = Array.isArray(said.items);
  const tuple = (isOldTuple ? said.items : said.prefixItems) as readonly unknown[] | undefined;
  const others = isOldTuple ? said.additionalItems : said.items;
  if ((tuple?.length ?? 0) > 0 || others !== undefined) {
    const first = (tuple ?? []).map(item => termInside(item, resource, scope));
    const rest = others === undefined ? undefined : termInside(others, resource, scope);
    add({ kind: 'items', first, rest }, 'array', tuple && !isOldTuple ? 'prefixItems' : 'items');
  }
  if (said.contains === undefined) return;
  const least = typeof said.minContains === 'number' ? said.minContains : 1;
  const most = typeof said.maxContains === 'number' ? said.maxContains : Number.POSITIVE_INFINITY;
  const isNoted = resource.rules.dialect === '2020-12';
  const term = termInside(said.contains, resource, scope);
  add({ kind: 'contains', term, least, most, isNoted }, 'array', 'contains');
}

function objects(said: JsonObject, { node, scope }: Term, add: Add): void {
  const { resource } = node;
  const inside = (schema: unknown) => termInside(schema, resource, scope);
  const byName = (schemas: unknown): [string, Term][] =>
    Object.entries(isObject(schemas) ? schemas : {}).map(([name, schema]) => [name, inside(schema)]);
  amounts(said, 'minProperties', 'maxProperties', 'object', add);
  for (const name of new Set((said.required ?? []) as string[])) {
    add({ kind: 'required', name }, 'object', 'required');
  }
  if (
    said.properties !== undefined ||
    said.patternProperties !== undefined ||
    said.additionalProperties !== undefined
  ) {
    const patterned = byName(said.patternProperties).map(([source, term]) => {
      return { source, matches: matcherOf(source), term };
    });
    const others = said.additionalProperties === undefined ? undefined : inside(said.additionalProperties);
    add({ kind: 'members', named: new Map(byName(said.properties)), patterned, others }, 'object', 'properties');
  }
  if (said.propertyNames !== undefined) {
    add({ kind: 'names', term: inside(said.propertyNames) }, 'object', 'propertyNames');
  }
  for (const keyword of ['dependentRequired', 'dependencies', 'dependentSchemas']) {
    if (said[keyword] === undefined) continue;
    for (const [because, asked] of Object.entries(said[keyword] as JsonObject)) {
      if (Array.isArray(asked)) {
        for (const name of asked) {
          add({ kind: 'dependent-name', because, name: String(name) }, 'object', keyword);
        }
      } else add({ kind: 'dependent', because, term: inside(asked) }, 'object', keyword);
    }
  }
}

function combinations(said: JsonObject, term: Term, add: Add): void {
  const { resource } = term.node;
  const inside = (schema: unknown) => termInside(schema, resource, term.scope);
  for (const [keyword, kind] of COMBINED) {
    if (said[keyword] === undefined) continue;
    const terms = (said[keyword] as unknown[]).map(inside);
    add({ kind, terms }, 'any', keyword);
  }
  if (said.not !== undefined) add({ kind: 'not', term: inside(said.not) }, 'any', 'not');
  if (said.if !== undefined) {
    const consequence = said.then === undefined ? undefined : inside(said.then);
    const alternative = said.else === undefined ? undefined : inside(said.else);
    add({ kind: 'conditional', condition: inside(said.if), consequence, alternative }, 'any', 'if');
  }
  for (const [keyword, chosen] of REFERENCES) {
    if (said[keyword] === undefined) continue;
    const target = resolve(String(said[keyword]), resource);
    if (typeof target === 'string') add({ kind: 'unclear', reason: target }, 'any', keyword);
    else add({ kind: 'all', terms: [termOf(chosen(target, term), term.scope)] }, 'any', keyword);
  }
}

const COMBINED = [
  ['allOf', 'all'],
  ['anyOf', 'any'],
  ['oneOf', 'one'],
] as const;

const REFERENCES: readonly (readonly [string, (target: Target, from: Term) => Node])[] = [
  ['$ref', target => target.node],
  ['$dynamicRef', (target, { scope }) => dynamicTarget(target, scope)],
  ['$recursiveRef', (target, { scope }) => recursiveTarget(target, scope)],
];
