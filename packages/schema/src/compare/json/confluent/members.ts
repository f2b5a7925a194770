import { isObject, type JsonObject } from '../../../json.ts';
import { memberPath } from '../paths.ts';
import { coveringOf, modelOf } from './models.ts';
import { inside, isAnything, keywordsOf, type Pair, type Rules, type Side } from './place.ts';

/** Members: by the model of the old schema where they are new, by that of the new one where they are gone. */
export function compareMembers(pair: Pair, rules: Rules): void {
  const [before, after] = [namedIn(pair.writer), namedIn(pair.reader)];
  const required = new Set(stringsIn(keywordsOf(pair.reader).required));
  const wasRequired = new Set(stringsIn(keywordsOf(pair.writer).required));
  for (const [name, schema] of Object.entries(after)) {
    const next: Pair = {
      writer: inside(pair.writer, before[name]),
      reader: inside(pair.reader, schema),
      path: memberPath(pair.path, name),
    };
    if (Object.hasOwn(before, name)) {
      rules.compare(next);
      if (required.has(name) && !wasRequired.has(name) && !hasDefault(schema))
        rules.tell('PROPERTY_REQUIRED', next, ['required']);
    } else added(name, next, required.has(name), pair, rules);
  }
  for (const [name, schema] of Object.entries(before)) {
    if (!Object.hasOwn(after, name)) removed(name, inside(pair.writer, schema), pair, rules);
  }
  comparePatterns(pair, rules);
  compareRest(pair, rules);
}

function added(name: string, next: Pair, isRequired: boolean, pair: Pair, rules: Rules): void {
  const keys = ['properties', name];
  const model = modelOf(pair.writer);
  const isFilled = hasDefault(next.reader.schema);
  if (model === 'open') {
    if (
      isRequired
        ? !(isFilled && (rules.isLenient || isAnything(next.reader)))
        : !isAnything(next.reader) && !rules.isLenient
    ) {
      rules.tell(isRequired && !isFilled ? 'REQUIRED_PROPERTY_ADDED' : 'PROPERTY_ADDED_TO_OPEN_MODEL', next, keys);
    }
    return;
  }
  if (isRequired && !isFilled) rules.tell('REQUIRED_PROPERTY_ADDED', next, keys);
  if (model === 'closed') return;
  const covering = coveringOf(pair.writer, name);
  const isCovered = covering ? rules.fits(covering, next.reader, next.path) : rules.isLenient;
  if (!isCovered) rules.tell('PROPERTY_ADDED_TO_PARTIAL_MODEL', next, keys);
}

function removed(name: string, was: Side, pair: Pair, rules: Rules): void {
  const model = modelOf(pair.reader);
  const path = memberPath(pair.path, name);
  if (model === 'open' || was.schema === false) return;
  if (model === 'closed') {
    if (!rules.isLenient) rules.tell('PROPERTY_REMOVED_FROM_CLOSED_MODEL', { ...pair, path }, ['additionalProperties']);
    return;
  }
  const covering = coveringOf(pair.reader, name);
  const isCovered = covering ? rules.fits(was, covering, path) : rules.isLenient;
  if (!isCovered) rules.tell('PROPERTY_REMOVED_FROM_PARTIAL_MODEL', { ...pair, path }, ['additionalProperties']);
}

/** Members by pattern, as far as both sides have the same one. */
function comparePatterns(pair: Pair, rules: Rules): void {
  const [before, after] = [pair.writer, pair.reader].map(side => objectIn(keywordsOf(side).patternProperties)) as [
    JsonObject,
    JsonObject,
  ];
  for (const [source, schema] of Object.entries(after)) {
    if (!Object.hasOwn(before, source)) continue;
    const path = memberPath(pair.path, `/${source}/`);
    rules.compare({ writer: inside(pair.writer, before[source]), reader: inside(pair.reader, schema), path });
  }
}

/** What no name and no pattern speaks of. */
function compareRest(pair: Pair, rules: Rules): void {
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    const was = inside(pair.writer, keywordsOf(pair.writer)[keyword]);
    const is = inside(pair.reader, keywordsOf(pair.reader)[keyword]);
    if (isAnything(is) || was.schema === false || rules.isLenient) continue;
    if (is.schema !== false && isObject(was.schema)) {
      rules.compare({ writer: was, reader: is, path: memberPath(pair.path, '*') });
    } else rules.tell('PROPERTIES_NOT_ALLOWED', pair, [keyword]);
  }
}

/** What the presence of one member asks of others. */
export function compareDependencies(pair: Pair, rules: Rules): void {
  for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas']) {
    const before = objectIn(keywordsOf(pair.writer)[keyword]);
    for (const [because, asks] of Object.entries(objectIn(keywordsOf(pair.reader)[keyword]))) {
      const asked = before[because];
      const fits =
        Array.isArray(asks) && Array.isArray(asked)
          ? asks.every(name => asked.includes(name))
          : asked !== undefined &&
            !Array.isArray(asks) &&
            !Array.isArray(asked) &&
            rules.fits(inside(pair.writer, asked), inside(pair.reader, asks), pair.path);
      if (!fits) rules.tell('DEPENDENCY_ADDED', pair, [keyword, because], { because });
    }
  }
}

function namedIn(side: Side): JsonObject {
  return objectIn(keywordsOf(side).properties);
}

function objectIn(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function stringsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function hasDefault(schema: unknown): boolean {
  return isObject(schema) && schema.default !== undefined;
}
