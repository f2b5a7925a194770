import { type Result, UNKNOWN } from '../../../evaluate/model.ts';
import type { JsonObject } from '../../../json.ts';
import type { Part } from './part.ts';
import { judged, termInside } from './term.ts';

/** What a part says about a value, whatever stands beside it. */
export function partSays(part: Part, value: unknown): Result {
  // These depend on what stands beside them, or on nothing that is known.
  if (part.kind === 'unevaluated' || part.kind === 'unclear') return UNKNOWN;
  part.alone ??= termInside(aloneOf(part), part.resource, part.scope);
  return judged(part.alone, value);
}

/** A schema of the keywords that a part is made from. */
function aloneOf(part: Part): JsonObject | false {
  const { beside, keyword } = part;
  switch (part.kind) {
    case 'never':
      return false;
    case 'required':
      return { required: [part.name] };
    case 'dependent-name':
      return { [keyword]: { [part.because]: [part.name] } };
    case 'dependent':
      return { [keyword]: { [part.because]: (beside[keyword] as JsonObject)[part.because] } };
    default: {
      const names = ['nullable', ...(TOGETHER.find(group => group.includes(keyword)) ?? [keyword])];
      const flag = keyword === 'minimum' ? 'exclusiveMinimum' : keyword === 'maximum' ? 'exclusiveMaximum' : '';
      if (beside[flag] === true) names.push(flag);
      return Object.fromEntries(names.filter(name => beside[name] !== undefined).map(name => [name, beside[name]]));
    }
  }
}

/** Keywords that only make sense together. In old drafts so does a limit with the flag that excludes it. */
const TOGETHER: readonly (readonly string[])[] = [
  ['items', 'prefixItems', 'additionalItems'],
  ['contains', 'minContains', 'maxContains'],
  ['properties', 'patternProperties', 'additionalProperties'],
  ['if', 'then', 'else'],
];
