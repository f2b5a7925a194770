import { isObject } from '../../../json.ts';
import { itemPath } from '../paths.ts';
import { modelOfItems, restOf, tupleOf } from './models.ts';
import { inside, isAnything, keywordsOf, type Pair, type Rules } from './place.ts';

/** Items: those that are described one by one by the same models as members, the rest as a whole. */
export function compareItems(pair: Pair, rules: Rules): void {
  const [before, after] = [tupleOf(pair.writer), tupleOf(pair.reader)];
  for (let at = 0; at < Math.max(before.length, after.length); at++) {
    const writer = inside(pair.writer, before[at]);
    const reader = inside(pair.reader, after[at]);
    const next: Pair = { writer, reader, path: itemPath(pair.path, at) };
    if (at < before.length && at < after.length) rules.compare(next);
    else if (at >= before.length) {
      const model = modelOfItems(pair.writer);
      const rest = inside(pair.writer, restOf(pair.writer) ?? keywordsOf(pair.writer).unevaluatedItems);
      const fits =
        model === 'closed' ||
        (model === 'open' ? isAnything(reader) || rules.isLenient : rules.fits(rest, reader, next.path));
      if (!fits) rules.tell('ITEM_ADDED', next, ['items', at]);
    } else {
      const model = modelOfItems(pair.reader);
      const rest = inside(pair.reader, restOf(pair.reader) ?? keywordsOf(pair.reader).unevaluatedItems);
      const fits =
        model === 'open' ||
        writer.schema === false ||
        (model === 'closed' ? rules.isLenient : rules.fits(writer, rest, next.path));
      if (!fits) rules.tell('ITEM_REMOVED', next, ['items']);
    }
  }
  compareRest(pair, rules);
}

function compareRest(pair: Pair, rules: Rules): void {
  const hasTuple = tupleOf(pair.writer).length > 0 || tupleOf(pair.reader).length > 0;
  const rests = [
    [restOf(pair.writer), restOf(pair.reader), 'items'],
    [keywordsOf(pair.writer).unevaluatedItems, keywordsOf(pair.reader).unevaluatedItems, 'unevaluatedItems'],
  ] as const;
  for (const [before, after, keyword] of rests) {
    const [was, is] = [inside(pair.writer, before), inside(pair.reader, after)];
    if (isAnything(is) || was.schema === false || (hasTuple && rules.isLenient)) continue;
    if (is.schema !== false && isObject(was.schema))
      rules.compare({ writer: was, reader: is, path: itemPath(pair.path) });
    else rules.tell('MORE_ITEMS_NOT_ALLOWED', pair, [keyword]);
  }
}
