import { type AvroType, target } from '../../avro/model.ts';
import type { Witness } from '../model.ts';
import { createLeast, type Datum, written } from './datum.ts';
import { differencesOf, type Found, pathOf, stepsOf, type Trail } from './found.ts';
import type { Known } from './match.ts';
import { misreadings } from './resolve.ts';
import type { AvroRules } from './rules.ts';

/**
 * Looks for messages that show differences: a value that goes straight to the place and is as short as can be elsewhere.
 * Each is read before it is given out, so that none is claimed which reads well. Undefined where the writer cannot write
 * such a value, or where no JSON holds it.
 */
export function createWitnesses(
  writer: AvroType,
  reader: AvroType,
  rules: AvroRules,
): (found: Found) => Witness | undefined {
  const least = createLeast();
  return found => {
    const own = pathOf(found.trail, found.leaf.params.field?.toString());
    for (const { trail, leaf } of candidatesOf(found)) {
      const witness = tried(alongTrail(target(writer), stepsOf(trail), 0, leaf.value), own);
      if (witness) return witness;
    }
    return undefined;
  };

  function tried(datum: Datum | undefined, own: string): Witness | undefined {
    const message = datum && written(datum, 'plain');
    if (!datum || message === undefined) return undefined;
    const problems = misreadings(datum, reader, rules);
    const meant = problems.find(({ path }) => path.replace(/\[\d+\]/g, '[]').replace(/\{\w+\}/g, '{}') === own);
    const shown = meant ?? problems[0];
    if (!shown) return undefined;
    return { message, encoded: written(datum, 'avro'), effect: shown.effect, problem: shown.problem };
  }

  function alongTrail(type: Known, steps: readonly Trail[], order: number, shown: unknown): Datum | undefined {
    const step = steps[order]?.step;
    if (step === undefined) return valueHere(type, shown);
    const { writer: into } = step;
    const inner = (from: AvroType) => alongTrail(target(from), steps, order + 1, shown);
    if (into === undefined) return alongTrail(type, steps, order + 1, shown);
    if (into === 'items' && type.kind === 'array') {
      const item = inner(type.items);
      return item && { kind: 'list', type, items: [item] };
    }
    if (into === 'values' && type.kind === 'map') {
      const item = inner(type.values);
      return item && { kind: 'map', type, entries: [['key', item]] };
    }
    if (typeof into === 'object' && 'branch' in into && type.kind === 'union') {
      const branch = type.branches[into.branch];
      const value = branch && inner(branch);
      return branch && value && { kind: 'branch', branch, value };
    }
    if (typeof into !== 'object' || !('field' in into) || type.kind !== 'record') return undefined;
    const fields = type.fields.map((field, index) => (index === into.field ? inner(field.type) : least(field.type)));
    return fields.every(field => field !== undefined) ? { kind: 'record', type, fields } : undefined;
  }

  function valueHere(type: Known, value: unknown): Datum | undefined {
    const scalar = type.kind === 'primitive' || type.kind === 'fixed' || type.kind === 'enum';
    return value !== undefined && scalar ? { kind: 'scalar', type, value } : least(type);
  }
}

/** Differences that a choice between branches may fail by and that are tried, one after the other. */
const MOST_TRIED = 30;

/** The difference itself; of a choice that fails, those by which its branches do. */
function candidatesOf(found: Found): readonly Found[] {
  const all: Found[] = [found];
  for (const one of all) {
    if (!one.pair.choice || all.length > MOST_TRIED) continue;
    for (const step of one.pair.steps) {
      const start = { before: one.trail, from: one.pair, step };
      all.push(...differencesOf(step.pair, start).found.slice(0, MOST_TRIED));
    }
  }
  return all;
}
