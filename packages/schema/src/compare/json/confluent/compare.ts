import { fill, pointerOf } from '@portolan/base';
import { isEqual } from '../../../evaluate/equal.ts';
import { rootOf } from '../../../evaluate/evaluate.ts';
import type { SchemaSource } from '../../../shape.ts';
import type { CompareOptions, Difference, Lookups, NotCompared } from '../../model.ts';
import { newAtlas } from '../located.ts';
import { CONFLUENT_CODES } from './codes.ts';
import { combinedOf, compareCombined, compareForbidden } from './combined.ts';
import { compareItems } from './items.ts';
import { compareDependencies, compareMembers } from './members.ts';
import { followed, isAnything, keywordsOf, type Pair, type Rules, type Side } from './place.ts';
import { compareLimits, compareValues } from './values.ts';

/** Pairs of schemas that are compared. */
const MOST_PAIRS = 20_000;

/**
 * What the rules of Confluent’s registry for JSON Schema forbid when a new schema (the reader) follows an old one (the
 * writer), by the policy strict or lenient. The rules look at the text of schemas and not at messages, so that they forbid
 * what no message shows, and at times allow what one does.
 */
export function confluentDifferences(
  writer: SchemaSource,
  reader: SchemaSource,
  lookups: Lookups,
  { policy, budget = MOST_PAIRS }: CompareOptions,
): { differences: Difference[]; notCompared: NotCompared[] } {
  const atlas = newAtlas(reader, lookups.reader);
  const roots = { writer: rootOf(writer, lookups.writer), reader: rootOf(reader, atlas.lookup) };
  const open = new Map<unknown, Set<unknown>>();
  let pairs = 0;
  let told: Difference[] = [];
  const rules: Rules = { isLenient: policy === 'lenient', tell, compare, fits };
  compare({ writer: roots.writer, reader: roots.reader, path: '' });
  const notCompared =
    pairs > budget ? [{ path: '', reason: 'comparing it could take too long: its schemas multiply' }] : [];
  return { differences: told, notCompared };

  function tell(...[code, pair, keys, params = {}]: Parameters<Rules['tell']>): void {
    const { says, help } = CONFLUENT_CODES[code];
    const { path } = pair;
    const around = atlas.placeOf(pair.reader.schema) ?? { schema: reader.id, pointer: '' };
    told.push({
      code,
      says: fill(says, { path: path === '' ? 'the message' : `\`${path}\``, ...params }),
      help,
      path,
      reader: { schema: around.schema, pointer: pointerOf(around.pointer, ...keys) },
      breaks: 'yes',
      params,
    });
  }

  function fits(one: Side, other: Side, path: string): boolean {
    const outer = told;
    told = [];
    compare({ writer: one, reader: other, path });
    const { length } = told;
    told = outer;
    return length === 0;
  }

  /** What is being compared already is taken to fit: it says itself where it does not. */
  function compare({ writer: one, reader: other, path }: Pair): void {
    const pair: Pair = { writer: followed(one), reader: followed(other), path };
    const against = open.get(pair.writer.schema) ?? new Set();
    open.set(pair.writer.schema, against);
    if (against.has(pair.reader.schema) || pairs++ > budget) return;
    against.add(pair.reader.schema);
    comparePair(pair);
    against.delete(pair.reader.schema);
  }

  function comparePair(pair: Pair): void {
    if (isAnything(pair.reader) || pair.writer.schema === false) return;
    if (pair.reader.schema === false) {
      tell('NOTHING_ALLOWED', pair, []);
      return;
    }
    const [was, is] = [combinedOf(pair.writer), combinedOf(pair.reader)];
    if (was.criterion !== 'plain' || is.criterion !== 'plain') {
      compareCombined(was, is, pair, rules);
      return;
    }
    if (!compareTypes(pair)) return;
    compareValues(pair, rules);
    compareLimits(pair, rules);
    compareMembers(pair, rules);
    compareDependencies(pair, rules);
    compareItems(pair, rules);
    compareForbidden(pair, rules, isEqual);
  }

  /** False when there is nothing more to compare. */
  function compareTypes(pair: Pair): boolean {
    const [was, is] = [typeOf(pair.writer), typeOf(pair.reader)];
    if (is === undefined || was === is || (was === 'integer' && is === 'number')) return true;
    tell('TYPE_CHANGED', pair, ['type'], { writer: was ?? 'anything', reader: is });
    return false;
  }
}

/** The type that a plain schema states, or that its keywords are about. */
function typeOf(side: Side): string | undefined {
  const { type } = keywordsOf(side);
  const stated = Array.isArray(type) ? type[0] : type;
  if (typeof stated === 'string') return stated;
  const { properties, additionalProperties, patternProperties, items, prefixItems } = keywordsOf(side);
  if ([properties, additionalProperties, patternProperties].some(value => value !== undefined)) return 'object';
  return items !== undefined || prefixItems !== undefined ? 'array' : undefined;
}
