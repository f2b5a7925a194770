import { keysOf, type Origin } from '@portolan/base';
import {
  DEPRECATION_MEMBERS,
  type Deprecation,
  deprecationIn,
  deprecationOf,
  type Extensions,
} from '@portolan/contract';
import type { Context } from '../context.ts';
import type { Rule, Visitors } from '../rule.ts';

/** Something that a document says the end of. */
export interface Deprecated {
  /** With its kind, for a sentence: ``message `placed` ``. */
  readonly name: string;
  readonly deprecation: Deprecation;
  readonly origin: Origin;
}

/** Visits every channel, operation, message and place in a schema that is deprecated, or has a sunset. */
export function everyDeprecated(
  look: (deprecated: Deprecated, context: Context) => void,
): Visitors & Pick<Rule, 'keywords'> {
  const named =
    (kind: string) =>
    (
      thing: { readonly id: string; readonly extensions: Extensions; readonly origin: Origin; deprecated?: boolean },
      context: Context,
    ) => {
      const deprecation = deprecationOf(thing);
      if (deprecation) look({ name: `${kind} \`${thing.id}\``, deprecation, origin: thing.origin }, context);
    };
  return {
    channel: named('channel'),
    operation: named('operation'),
    message: named('message'),
    keywords: DEPRECATION_MEMBERS,
    subschema({ keywords, origin, schema }, context) {
      const deprecation = deprecationIn(keywords);
      if (!deprecation) return;
      const field = keysOf(origin.pointer.slice(schema.origin.pointer.length)).at(-1);
      const name = field === undefined ? `schema \`${schema.id}\`` : `member \`${field}\``;
      look({ name, deprecation, origin }, context);
    },
  };
}
