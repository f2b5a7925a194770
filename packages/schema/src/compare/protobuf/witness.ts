import type { Witness } from '../model.ts';
import type { Leaf } from './leaf.ts';
import type { Field, Message } from './message.ts';
import { misreadings } from './misread.ts';
import { pathTo } from './path.ts';
import { leastMessage, sampleOf } from './sample.ts';
import { isSmall, jsonOf, type MessageValue, type Value } from './value.ts';
import type { Found, Visit } from './walk.ts';

/** Values in a message that is shown to people. */
const MOST_PARTS = 2_000;

/**
 * Looks for a message that shows a difference: it goes straight to the place, and holds nothing else but what is
 * required. It is written and read before it is given out. Undefined where none shows it.
 */
export function witnessOf(
  { leaf, visit }: Found,
  reader: Message,
  judgeJson?: (json: unknown) => string | undefined,
): Witness | undefined {
  if (!visit) return undefined;
  const value = messageTo(visit, leaf.set ?? usualSet(leaf));
  if (!value || !isSmall(value, MOST_PARTS)) return undefined;
  const problems = misreadings(value, reader);
  const own = pathTo(visit, leaf.params.field?.toString());
  const shown = problems.find(({ path }) => path.replace(/\[\d+\]/g, '[]').startsWith(own)) ?? problems[0];
  const message = jsonOf(value);
  if (shown) return { message, effect: shown.effect, problem: shown.problem };
  const refused = judgeJson?.(message);
  return refused === undefined ? undefined : { message, effect: 'refused', problem: refused };
}

/** Fields that show what is not there when nothing is set; every other shows itself in a value. */
function usualSet({ code, writerField }: Leaf): NonNullable<Leaf['set']> {
  if (!writerField || code === 'PROPERTY_REQUIRED' || code === 'DEFAULT_CHANGED') return [];
  return [[writerField, [sampleOf(writerField)]]];
}

/** The message that leads to a visit and sets fields there. */
function messageTo(visit: Visit, set: NonNullable<Found['leaf']['set']>): MessageValue | undefined {
  const least = leastMessage(visit.writer);
  const fields = new Map<Field, readonly Value[]>(least?.fields);
  for (const [field, values] of set) {
    const known = values.filter(value => value !== undefined);
    if (known.length < values.length) return undefined;
    fields.set(field, known);
  }
  let value: MessageValue = { message: visit.writer, fields };
  if (!least && visit.writer.fields.some(field => field.presence === 'required' && !fields.has(field)))
    return undefined;
  for (let at = visit; at.before !== undefined && at.by !== undefined; at = at.before) {
    const around = leastMessage(at.before.writer);
    if (!around) return undefined;
    value = { message: at.before.writer, fields: new Map(around.fields).set(at.by, [value]) };
  }
  return value;
}
