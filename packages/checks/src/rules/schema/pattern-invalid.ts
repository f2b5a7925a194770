import { type Origin, pointerOf } from '@portolan/base';
import { isMap } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        payload:
          type: object
          properties:
            currency:
              type: string
              pattern: '^[A-Z]{3}$'
`;

export default rule({
  code: 'SCHEMA_PATTERN_INVALID',
  severity: 'warning',
  says: 'The pattern `{pattern}` is not a regular expression of ECMA-262: {reason}.',
  why: 'Validators either refuse the whole schema or silently skip the pattern, and which of the two depends on the language.',
  help: 'Rewrite it without what only other dialects know: no `(?i)`, no `\\A` and `\\Z`, no possessive quantifiers.',
  source: 'AsyncAPI 3.1.0, Schema Object, pattern; ECMA-262',
  bad: good.replace('^[A-Z]{3}$', '(?i)^[a-z]{3}$'),
  good,
  keywords: ['pattern', 'patternProperties'],
  subschema({ keywords, origin }, { report }) {
    const tell = (pattern: string, place: Origin) => {
      const reason = mistakeIn(pattern);
      if (reason) report(place, { pattern, reason });
    };
    const inside = (...keys: string[]) => ({ source: origin.source, pointer: pointerOf(origin.pointer, ...keys) });
    if (typeof keywords.pattern === 'string') tell(keywords.pattern, inside('pattern'));
    if (!isMap(keywords.patternProperties)) return;
    for (const pattern of Object.keys(keywords.patternProperties)) {
      tell(pattern, { ...inside('patternProperties', pattern), part: 'key' });
    }
  },
});

/** Good when either reading of ECMA-262 takes it: with Unicode, as validators try first, or without. */
function mistakeIn(pattern: string): string | undefined {
  for (const flags of ['u', '']) {
    try {
      new RegExp(pattern, flags);
      return undefined;
    } catch (error) {
      if (flags === '')
        return (error as Error).message.replace(/^Invalid regular expression: \/.*\/\w*: /s, '').toLowerCase();
    }
  }
  return undefined;
}
