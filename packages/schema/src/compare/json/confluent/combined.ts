import { isObject, type JsonObject } from '../../../json.ts';
import { followed, inside, isAnything, keywordsOf, type Pair, type Rules, type Side } from './place.ts';

/** How a schema is combined of others; a plain one is not. */
export interface Combined {
  readonly criterion: 'plain' | 'allOf' | 'anyOf' | 'oneOf';
  readonly branches: readonly Side[];
}

const CRITERIA = ['allOf', 'anyOf', 'oneOf'] as const;

/** Reads a list of types as alternatives, and keywords beside a combination as one more part of an `allOf`. */
export function combinedOf(side: Side): Combined {
  const schema = keywordsOf(side);
  const found = CRITERIA.filter(keyword => Array.isArray(schema[keyword]));
  const rest: Record<string, unknown> = Object.fromEntries(
    Object.entries(schema).filter(([name]) => !found.includes(name as 'allOf')),
  );
  const isPlainToo = !isAnything(inside(side, rest));
  if (found.length === 0) {
    const types = Array.isArray(schema.type) && schema.type.length > 1 ? (schema.type as unknown[]) : undefined;
    if (!types) return { criterion: 'plain', branches: [side] };
    return { criterion: 'anyOf', branches: types.map(type => inside(side, only({ ...schema, type }))) };
  }
  const [criterion] = found;
  if (found.length === 1 && !isPlainToo && criterion)
    return { criterion, branches: branchesOf(side, schema, criterion) };
  const parts = found.flatMap(keyword =>
    keyword === 'allOf' ? branchesOf(side, schema, keyword) : [inside(side, { [keyword]: schema[keyword] })],
  );
  return { criterion: 'allOf', branches: [...(isPlainToo ? [inside(side, rest)] : []), ...parts] };
}

function branchesOf(side: Side, schema: JsonObject, keyword: string): Side[] {
  return (schema[keyword] as unknown[]).map(branch => followed(inside(side, branch)));
}

/** Keywords for other types say nothing about one. */
const FOR_TYPE: Readonly<Record<string, RegExp>> = {
  string: /^(minLength|maxLength|pattern|format)$/,
  number: /^(minimum|maximum|exclusiveM|multipleOf)/,
  array: /^(items|prefixItems|additionalItems|unevaluatedItems|minItems|maxItems|uniqueItems|contains)/,
  object: /^(propert|patternProp|additionalProp|unevaluatedProp|required|minProp|maxProp|depend)/,
};

function only(schema: JsonObject): JsonObject {
  const own = schema.type === 'integer' ? 'number' : schema.type;
  const isForOther = (keyword: string) =>
    Object.entries(FOR_TYPE).some(([type, keywords]) => type !== own && keywords.test(keyword));
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isForOther(keyword)));
}

/** Compares two schemas of which at least one is combined. */
export function compareCombined(was: Combined, is: Combined, pair: Pair, rules: Rules): void {
  const fits = (writer: Side, reader: Side) => rules.fits(writer, reader, pair.path);
  const [first] = was.branches;
  const [other] = is.branches;
  if (!first || !other) return;
  // What has one branch is that branch.
  if (was.branches.length === 1 && is.branches.length === 1) {
    rules.compare({ ...pair, writer: first, reader: other });
    return;
  }
  if (was.criterion === 'plain' && is.criterion !== 'allOf') {
    if (!is.branches.some(branch => fits(first, branch)))
      rules.tell('ALTERNATIVES_CHANGED', pair, [is.criterion], { keyword: is.criterion });
    return;
  }
  if (is.criterion === 'plain' && was.criterion === 'allOf') {
    if (!was.branches.some(branch => fits(branch, other)))
      rules.tell('ALTERNATIVES_CHANGED', pair, [], { keyword: 'allOf' });
    return;
  }
  const mayChange =
    was.criterion === is.criterion ||
    is.criterion === 'anyOf' ||
    (was.branches.length === 1 && is.criterion === 'oneOf') ||
    (was.criterion === 'allOf' && is.branches.length === 1);
  if (!mayChange) {
    rules.tell('COMBINATION_CHANGED', pair, [is.criterion], { writer: was.criterion, reader: is.criterion });
    return;
  }
  if (is.criterion === 'allOf' && is.branches.length > was.branches.length)
    rules.tell('SCHEMAS_ADDED', pair, ['allOf']);
  else if (is.criterion !== 'allOf' && was.criterion !== 'allOf' && is.branches.length < was.branches.length) {
    rules.tell('ALTERNATIVES_MISSING', pair, [is.criterion]);
  } else if (matched(was.branches, is.branches, fits) < Math.min(was.branches.length, is.branches.length)) {
    rules.tell('ALTERNATIVES_CHANGED', pair, [is.criterion], { keyword: is.criterion });
  }
}

/** How many pairs there can be at most, each branch in one of them: by augmenting paths. */
export function matched<T>(left: readonly T[], right: readonly T[], fits: (a: T, b: T) => boolean): number {
  const partner = new Map<number, number>();
  const edges = left.map(a => right.flatMap((b, index) => (fits(a, b) ? [index] : [])));
  const place = (from: number, tried: Set<number>): boolean => {
    for (const to of edges[from] ?? []) {
      if (tried.has(to)) continue;
      tried.add(to);
      const taken = partner.get(to);
      if (taken !== undefined && !place(taken, tried)) continue;
      partner.set(to, from);
      return true;
    }
    return false;
  };
  return left.filter((_, index) => place(index, new Set())).length;
}

/** `not` compares the other way round; conditions must stay. */
export function compareForbidden(pair: Pair, rules: Rules, isSame: (a: unknown, b: unknown) => boolean): void {
  const [before, after] = [keywordsOf(pair.writer), keywordsOf(pair.reader)];
  if (after.not !== undefined) {
    const fits =
      before.not !== undefined &&
      rules.fits(inside(pair.reader, after.not), inside(pair.writer, before.not), pair.path);
    if (!fits) rules.tell('FORBIDDEN', pair, ['not']);
  }
  for (const keyword of ['if', 'then', 'else']) {
    if (isObject(after.if) && !isSame(before[keyword], after[keyword]))
      rules.tell('CONDITION_CHANGED', pair, [keyword]);
  }
}
