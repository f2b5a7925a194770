import { type Dialect, dialectNamed, dialectOf } from '../dialect.ts';
import { isObject } from '../json.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import { keywordsOf, rulesOfDialect, without } from './keywords.ts';
import type { Rules, Vocabulary } from './model.ts';

/** Meta-schemas that may build on each other. */
const MOST_STEPS = 8;

/** The drafts by the addresses of their meta-schemas, without scheme and fragment. */
const OFFICIAL: ReadonlyMap<string, Dialect> = new Map<string, Dialect>([
  ['json-schema.org/draft-04/schema', 'draft-04'],
  ['json-schema.org/draft-06/schema', 'draft-06'],
  ['json-schema.org/draft-07/schema', 'draft-07'],
  ['json-schema.org/draft/2019-09/schema', '2019-09'],
  ['json-schema.org/draft/2020-12/schema', '2020-12'],
]);

/** Vocabularies by the last part of their addresses: `https://json-schema.org/draft/2020-12/vocab/applicator`. */
const VOCABULARIES: ReadonlyMap<string, readonly Vocabulary[]> = new Map<string, readonly Vocabulary[]>([
  ['2019-09/vocab/core', ['core']],
  ['2019-09/vocab/applicator', ['applicator', 'unevaluated']],
  ['2019-09/vocab/validation', ['validation']],
  ['2019-09/vocab/meta-data', ['meta-data']],
  ['2019-09/vocab/format', []],
  ['2019-09/vocab/content', ['content']],
  ['2020-12/vocab/core', ['core']],
  ['2020-12/vocab/applicator', ['applicator']],
  ['2020-12/vocab/unevaluated', ['unevaluated']],
  ['2020-12/vocab/validation', ['validation']],
  ['2020-12/vocab/meta-data', ['meta-data']],
  ['2020-12/vocab/format-annotation', []],
  ['2020-12/vocab/format-assertion', ['format']],
  ['2020-12/vocab/content', ['content']],
]);

/** Chooses the rules by which a schema is judged. */
export interface RuleBook {
  readonly rulesOf: (schema: unknown, otherwise: Rules) => Rules;
  readonly rulesOfFormat: (source: SchemaSource) => Rules;
}

/** @param assertsFormats judge values by `format` where the draft leaves that open */
export function ruleBook(lookup: Lookup, assertsFormats: boolean): RuleBook {
  const known = new Map<string, Rules | undefined>();
  return { rulesOf, rulesOfFormat };

  function rulesOfFormat(source: SchemaSource): Rules {
    return ofDialect(dialectOf(source));
  }

  function rulesOf(schema: unknown, otherwise: Rules): Rules {
    const stated = isObject(schema) ? schema.$schema : undefined;
    return typeof stated === 'string' ? (named(stated, 0) ?? otherwise) : otherwise;
  }

  function named(address: string, steps: number): Rules | undefined {
    if (known.has(address)) return known.get(address);
    const rules = found(address, steps);
    known.set(address, rules);
    return rules;
  }

  function found(address: string, steps: number): Rules | undefined {
    const plain = address.replace(/^https?:\/\//, '').replace(/#$/, '');
    const official = OFFICIAL.get(plain);
    if (official) return ofDialect(official);
    if (/^json-schema\.org\/draft-0[0-35]\//.test(plain)) {
      const unclear = `it is written in an old draft of JSON Schema, ${address}, which Portolan does not judge by`;
      return { ...ofDialect('draft-04'), unclear };
    }
    const metaschema = lookup(address)?.definition ?? lookup(address.replace(/#$/, ''))?.definition;
    if (isObject(metaschema) && typeof metaschema.$schema === 'string' && steps < MOST_STEPS) {
      const base = named(metaschema.$schema, steps + 1);
      if (base) return isObject(metaschema.$vocabulary) ? picked(base, metaschema.$vocabulary) : base;
    }
    const dialect = dialectNamed(address);
    return dialect && ofDialect(dialect);
  }

  function ofDialect(dialect: Dialect): Rules {
    const key = `dialect ${dialect}`;
    const rules = known.get(key) ?? rulesOfDialect(dialect, assertsFormats);
    known.set(key, rules);
    return rules;
  }

  /** The rules of a meta-schema that names its vocabularies; those that nobody knows may be ignored unless it demands them. */
  function picked(base: Rules, vocabularies: Readonly<Record<string, unknown>>): Rules {
    const chosen = new Set<Vocabulary>(assertsFormats ? ['core', 'format'] : ['core']);
    for (const [address, isDemanded] of Object.entries(vocabularies)) {
      const known = VOCABULARIES.get(address.replace(/^https?:\/\/json-schema\.org\/draft\//, ''));
      for (const vocabulary of known ?? []) chosen.add(vocabulary);
      if (!known && isDemanded === true) {
        return {
          ...base,
          unclear: `its meta-schema demands the vocabulary “${address}”, which Portolan does not know`,
        };
      }
    }
    return { ...base, keywords: without(keywordsOf(base.dialect), ({ vocabulary }) => !chosen.has(vocabulary)) };
  }
}
