import { isMultiple } from '../../../evaluate/decimal.ts';
import { isEqual } from '../../../evaluate/equal.ts';
import { keywordsOf, type Pair, type Rules } from './place.ts';

/** Limits that must not rise, and limits that must not fall. */
const LEAST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];

/** Keywords about the value itself. */
export function compareLimits(pair: Pair, rules: Rules): void {
  const [before, after] = [keywordsOf(pair.writer), keywordsOf(pair.reader)];
  for (const [keywords, sign] of [
    [LEAST, 1],
    [MOST, -1],
  ] as const) {
    for (const keyword of keywords) {
      const [was, is] = [before[keyword], after[keyword]];
      const isTighter =
        typeof is === 'number' ? typeof was !== 'number' || sign * is > sign * was : is === true && was !== true;
      // A least length of nothing asks for nothing.
      if (isTighter && !(is === 0 && keyword.startsWith('min') && keyword !== 'minimum')) {
        rules.tell('LIMIT_TIGHTENED', pair, [keyword], { keyword });
      }
    }
  }
  const [was, is] = [before.multipleOf, after.multipleOf];
  if (typeof is === 'number' && !(typeof was === 'number' && isMultiple(was, is))) {
    rules.tell('LIMIT_TIGHTENED', pair, ['multipleOf'], { keyword: 'multipleOf' });
  }
  if (after.pattern !== undefined && after.pattern !== before.pattern) rules.tell('PATTERN_CHANGED', pair, ['pattern']);
  if (after.uniqueItems === true && before.uniqueItems !== true)
    rules.tell('UNIQUE_ITEMS_EXPECTED', pair, ['uniqueItems']);
}

/** Values that are listed: more may be allowed, never fewer; a `const` stays. */
export function compareValues(pair: Pair, rules: Rules): void {
  const [before, after] = [keywordsOf(pair.writer), keywordsOf(pair.reader)];
  const [was, is] = [before.enum, after.enum];
  if (Array.isArray(is) && !(Array.isArray(was) && was.every(value => is.some(one => isEqual(one, value))))) {
    rules.tell('ENUM_VALUES_MISSING', pair, ['enum']);
  }
  const [hadConst, hasConst] = [Object.hasOwn(before, 'const'), Object.hasOwn(after, 'const')];
  if (hadConst !== hasConst || (hasConst && !isEqual(before.const, after.const)))
    rules.tell('CONST_CHANGED', pair, ['const']);
}
