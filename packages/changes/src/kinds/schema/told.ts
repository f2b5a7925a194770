import type { Origin } from '@portolan/base';
import type { Context, Told } from '../../context.ts';
import type { Place, SchemaEdit } from '../../schemas/model.ts';
import type { Side } from '../../side.ts';

/** What is told of an edit inside schemas, without what it does. */
export function toldOf(edit: SchemaEdit, { before, after }: Pick<Context, 'before' | 'after'>): Told {
  const schema = edit.after?.schema ?? edit.before?.schema ?? '';
  const [from, to] = [originOf(edit.before, before), originOf(edit.after, after)];
  return {
    subject: { kind: 'schema', name: schema },
    key: edit.after?.pointer ?? edit.before?.pointer ?? '',
    params: { schema, what: whatOf(edit) },
    ...(from && { before: from }),
    ...(to && { after: to }),
  };
}

/** `` `amount` was added``; `` `amount` changed: type: "long" → "string" ``. */
function whatOf({ path, facts }: SchemaEdit): string {
  const thing = path === '' ? 'the whole' : `\`${path}\``;
  const [first, ...rest] = facts;
  if (first !== 'added' && first !== 'removed') return `${thing} changed: ${facts.join('; ')}`;
  return [`${thing} was ${first}`, ...rest.map(fact => (fact.startsWith('is ') ? `and ${fact}` : fact))].join(' ');
}

function originOf(place: Place | undefined, { schemas }: Side): Origin | undefined {
  const schema = place && schemas.get(place.schema);
  if (!schema) return undefined;
  const { source, pointer } = schema.origin;
  if (typeof schema.definition !== 'string') return { source, pointer: pointer + place.pointer };
  return { source, pointer, ...(place.inside && { inside: place.inside }) };
}
